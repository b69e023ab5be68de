package dev.universalapi.launcher.production;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// A file that a setting names, looked into.
///
/// @param name of the setting
record Mounted(String name, Path file, String text) {
    private static final String SCHEME = "file:";
    private static final Set<PosixFilePermission> WRITERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> STRANGERS = EnumSet.of(
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_READ);

    /// It cannot be said to be right, and why.
    static final class WrongException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongException(String message) {
            super(message);
        }

        Finding finding() {
            return Finding.bad(String.valueOf(getMessage()));
        }
    }

    /// @param own the folder of what `up` made
    static Mounted of(Settings settings, String name, Path own) throws WrongException {
        var value = settings.find(name)
                .orElseThrow(
                        () -> new WrongException(name + " is not set: up's own would be used; give a mounted secret"));
        if (value.contains(own.toString())) {
            throw new WrongException(name + " is what up made for this machine; give a mounted secret of your own");
        }
        try {
            var file = value.startsWith(SCHEME) ? Path.of(URI.create(value)) : Path.of(value);
            return new Mounted(name, file, Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongException("%s is %s, which cannot be read from here: look where it is mounted (%s)"
                    .formatted(name, value, e instanceof IOException io ? LauncherException.why(io) : "no file"));
        }
    }

    /// Its owner may change it, and its group may read it; nobody else anything.
    Mounted secret() throws WrongException {
        return closed(STRANGERS, "others may read or change it: chmod 0400, or 0440 for a group");
    }

    /// Its owner may change it, and nobody else.
    Mounted unchanged() throws WrongException {
        return closed(WRITERS, "others may change it: chmod 0444, or less");
    }

    private Mounted closed(Collection<PosixFilePermission> to, String advice) throws WrongException {
        try {
            if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
                return this;
            }
            var may = Files.getPosixFilePermissions(file);
            if (may.stream().anyMatch(to::contains)) {
                throw new WrongException(
                        "%s: %s is %s, and %s".formatted(name, file, PosixFilePermissions.toString(may), advice));
            }
            return this;
        } catch (IOException e) {
            throw new LauncherException(file + " cannot be read: " + LauncherException.why(e), e);
        }
    }

    /// @param pattern which must be nowhere in it
    Mounted without(String pattern, String otherwise) throws WrongException {
        if (text.matches("(?s).*(" + pattern + ").*")) {
            throw new WrongException("%s: %s %s".formatted(name, file, otherwise));
        }
        return this;
    }
}
