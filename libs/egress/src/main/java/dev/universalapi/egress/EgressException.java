package dev.universalapi.egress;

/// A call that brought no whole answer. Its message holds no secret.
public final class EgressException extends Exception {
    private static final long serialVersionUID = 1L;

    /// How it failed.
    public enum Kind {
        /// The address is not one that may be dialled; nothing was sent.
        FORBIDDEN_ADDRESS,
        /// The request is too large, or is none that HTTP allows; nothing was sent.
        FORBIDDEN_REQUEST,
        /// No name, no connection, no TLS, or a reset before the answer began.
        UNREACHABLE,
        /// The time was up.
        TIMEOUT,
        /// The answer began and did not end, is larger than the limit, or cannot be decompressed.
        BROKEN_ANSWER,
        /// The calling thread was interrupted: the caller left.
        CANCELLED
    }

    private final Kind kind;
    private final boolean sent;

    /// One that ends a call of which nothing was sent.
    public EgressException(Kind kind, String message) {
        this(kind, message, false);
    }

    /// @param sent whether a byte of the request may have left
    public EgressException(Kind kind, String message, boolean sent) {
        super(message);
        this.kind = kind;
        this.sent = sent;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether the other side may have seen anything of the request. What changes something is asked again only
    /// when this is false.
    public boolean sent() {
        return sent;
    }
}
