package dev.universalapi.launcher;

/// Something that the user has to know and can do something about: one line that says what and what to do.
public final class LauncherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
