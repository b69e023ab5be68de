package dev.universalapi.engine.request;

/// The provider cannot be asked this: the query does not fit its request. The message says why, for people.
public final class UnfillableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnfillableException(String reason) {
        super(reason, null, false, false);
    }

    /// Why, in one sentence.
    public String reason() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
