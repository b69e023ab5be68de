package dev.universalapi.platform.events.receive;

/// Who handles an event threw, and not because something was away.
final class FailedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedEventException(RuntimeException cause) {
        super(cause);
    }
}
