package dev.universalapi.engine.body;

/// How much one answer may become: what is made of a body is counted as it is made, so that an echo in each
/// element ends.
public final class Budget {
    /// What a text comes to that does not [#fits].
    public static final String BEYOND = "a text would be longer than 4 Mi characters";

    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private int made;
    private int echoed;

    /// Whether a text may be so long.
    public static boolean fits(int length) {
        return length <= MOST_CHARACTERS;
    }

    /// Counts a text that becomes a part of the answer.
    public void make(String text) {
        made = add(made, text.length());
    }

    /// Counts what an element of a list takes from outside of it: its characters, and one for each of its parts.
    public void echo(int size) {
        echoed = add(echoed, size);
    }

    private static int add(int sum, int more) {
        if (more > MOST_CHARACTERS - sum) {
            throw new SpentException();
        }
        return sum + more;
    }

    /// The answer would be larger than any may be.
    public static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("the answer would be longer than 4 Mi characters", null, false, false);
        }
    }
}
