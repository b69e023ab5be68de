package dev.universalapi.engine.body;

/// A body that is not what it should be, or is beyond a limit.
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String why) {
        super(why, null, false, false);
    }

    /// Why, in a few words.
    public String why() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
