package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;

/// Takes the fat jars apart, since a part starts faster from its jars than from one jar of jars.
///
/// @param apps where the parts are laid out, a folder each
public record Layout(Path apps) {

    /// The jar to start a part with. Laid out anew when the built jar is another.
    public Path lay(String module, Path jar) {
        var folder = apps.resolve(module);
        var started = folder.resolve(module + ".jar");
        try {
            if (!Files.exists(started) || !Files.getLastModifiedTime(folder).equals(Files.getLastModifiedTime(jar))) {
                clear(folder);
                extract(jar, folder);
                Files.setLastModifiedTime(folder, Files.getLastModifiedTime(jar));
            }
            return started;
        } catch (IOException e) {
            throw new LauncherException(module + " cannot be laid out in " + folder + ": " + e.getMessage(), e);
        }
    }

    /// When a part was built; another time is another part.
    public FileTime built(String module) {
        try {
            return Files.getLastModifiedTime(apps.resolve(module));
        } catch (IOException e) {
            throw new LauncherException(module + " is not laid out", e);
        }
    }

    private static void extract(Path jar, Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var tool = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
