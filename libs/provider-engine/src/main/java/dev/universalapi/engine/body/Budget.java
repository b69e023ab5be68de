package dev.universalapi.engine.body;

/// How much one answer may become: what is made of a body is counted as it is made, so that an echo in each
/// element ends.
public final class Budget {
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private int made;
    private int echoed;

    /// Counts a text that becomes a part of the answer.
    public void make(String text) {
        made = add(made, text);
    }

    /// Counts a text that an element of a list takes from outside of it.
    public void echo(String text) {
        echoed = add(echoed, text);
    }

    private static int add(int sum, String text) {
        if (text.length() > MOST_CHARACTERS - sum) {
            throw new SpentException();
        }
        return sum + text.length();
    }

    /// The answer would be larger than any may be.
    public static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("the answer would be longer than 4 Mi characters", null, false, false);
        }
    }
}
