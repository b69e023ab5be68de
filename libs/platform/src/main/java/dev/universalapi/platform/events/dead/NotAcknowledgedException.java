package dev.universalapi.platform.events.dead;

/// Kafka is away, or has not said that it is not.
public final class NotAcknowledgedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAcknowledgedException(Throwable cause) {
        super("Kafka does not acknowledge: " + cause.getMessage(), cause);
    }
}
