package dev.universalapi.launcher.image;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where images go.
sealed interface Target {
    Pattern HOST =
            Pattern.compile("(localhost|[a-z0-9-]+(\\.[a-z0-9-]+)+)(:\\d+)?(/[a-z0-9._/-]+)?|[a-z0-9-]+:\\d+(/.*)?");
    Pattern NEAR = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:.*|/.*|)");

    /// Where SBOMs go, and images too unless they are pushed.
    Path folder();

    /// What Maven is told.
    List<String> arguments(Foundation base);

    /// A registry begins with the name of a host, which has a dot or a port; all else is a folder.
    static Target of(String typed, Path usual) {
        return HOST.matcher(typed).matches() && !Files.exists(Path.of(typed))
                ? new Registry(typed.replaceAll("/+$", ""), usual)
                : new Folder(Path.of(typed).toAbsolutePath().normalize());
    }

    /// A tar an image, for this machine's architecture.
    record Folder(Path folder) implements Target {
        @Override
        public List<String> arguments(Foundation base) {
            return List.of("-Djib.from.platforms=linux/" + architecture(), "package", "jib:buildTar");
        }

        private static String architecture() {
            var name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
            return name.equals("aarch64") ? "arm64" : "amd64";
        }
    }

    /// Pushed, for each architecture that the base has.
    ///
    /// @param name a host, with whatever goes before the name of an image
    record Registry(String name, Path folder) implements Target {
        @Override
        public List<String> arguments(Foundation base) {
            var both = base.isFile() ? Folder.architecture() : "amd64,linux/arm64";
            return List.of(
                    "-Duniversal.image.prefix=" + name + "/",
                    "-Djib.from.platforms=linux/" + both,
                    "-Djib.allowInsecureRegistries=" + NEAR.matcher(name).matches(),
                    "package",
                    "jib:build");
        }
    }

    /// Made when it is missing.
    default Path prepared() {
        try {
            return Files.createDirectories(folder());
        } catch (IOException e) {
            throw new LauncherException(folder() + " cannot be written: " + LauncherException.why(e), e);
        }
    }
}
