package dev.universalapi.platform.events.wire;

/// What arrived is no event, or not one of the kind that it says it is.
public final class UnreadableEventException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message) {
        super(message, null, false, false);
    }
}
