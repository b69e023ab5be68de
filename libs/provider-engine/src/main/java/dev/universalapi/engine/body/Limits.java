package dev.universalapi.engine.body;

/// Counts what a body holds while it is read.
final class Limits {
    static final int MOST_BYTES = 4 * 1024 * 1024;
    static final int DEEPEST = 64;
    static final int MOST_NODES = 200_000;
    static final int MOST_ELEMENTS = 5_000;

    private int nodes;
    private int characters;

    void node() throws UnreadableException {
        if (++nodes > MOST_NODES) {
            throw new UnreadableException("the body has more than 200,000 nodes");
        }
    }

    void characters(int count) throws UnreadableException {
        characters += count;
        if (characters > MOST_BYTES) {
            throw new UnreadableException("the body has more than 4 Mi characters of text");
        }
    }

    static void depth(int depth) throws UnreadableException {
        if (depth > DEEPEST) {
            throw new UnreadableException("the body is deeper than 64");
        }
    }

    static void elements(int count) throws UnreadableException {
        if (count > MOST_ELEMENTS) {
            throw new UnreadableException("a list has more than 5,000 elements");
        }
    }
}
