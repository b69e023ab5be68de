package dev.universalapi.launcher.image;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.build.Maven;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What images are made upon: a Java 25, by the name of an image or as a file.
///
/// @param reference as jib takes it
record Foundation(String reference) {
    static final String USUAL = "eclipse-temurin:25-jre";
    private static final String FILE = "tar://";
    private static final Pattern UNREACHED = Pattern.compile(
            "(?i)jib.*(registry|pull|unauthorized|unknown ?host|connect|timed out|handshake|refused|resolution)");

    /// @param typed an image, or a file as `docker save` writes it
    static Foundation of(String typed) {
        if (!typed.endsWith(".tar") && !typed.startsWith(FILE)) {
            return new Foundation(typed);
        }
        var file = Path.of(typed.startsWith(FILE) ? typed.substring(FILE.length()) : typed)
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(file)) {
            throw new LauncherException("There is no file %s; launcher/base/make %s makes one".formatted(file, file));
        }
        return new Foundation(FILE + file);
    }

    boolean isFile() {
        return reference.startsWith(FILE);
    }

    /// What a build that failed comes down to: usually nothing can be pulled.
    LauncherException why(Maven.Outcome outcome) {
        var unreached = List.copyOf(outcome.errors()).stream()
                .anyMatch(line -> UNREACHED.matcher(line).find());
        return new LauncherException(
                unreached && !isFile()
                        ? "%s cannot be pulled from here: make a base by launcher/base/make base.tar, then ./universal images --base base.tar (%s)"
                                .formatted(reference, outcome.log())
                        : "the images could not be made, all that Maven said is in " + outcome.log());
    }
}
