package dev.universalapi.engine.choice;

/// A route that cannot be read. Its message says why, in one sentence.
public final class InvalidRouteException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidRouteException(String why) {
        super(RouteHeader.NAME + " cannot be read: " + why);
    }
}
