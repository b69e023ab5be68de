package dev.universalapi.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// Something that the user has to know and can do something about: one line that says what and what to do.
public final class LauncherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Why something with files went wrong, in words: their own messages often are nothing but a name.
    public static String why(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "no right to use " + denied.getFile();
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            case FileSystemException other ->
                other.getFile() + ": " + Optional.ofNullable(other.getReason()).orElse(nameOf(other));
            default -> Optional.ofNullable(cause.getMessage()).orElse(nameOf(cause));
        };
    }

    private static String nameOf(Exception cause) {
        return cause.getClass().getSimpleName();
    }
}
