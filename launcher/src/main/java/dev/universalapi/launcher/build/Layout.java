package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Takes the fat jars apart, since a part starts faster from its jars than from one jar of jars.
///
/// @param apps where the parts are laid out, a folder each
public record Layout(Path apps) {
    private static final String CONTENT = ".content";

    /// A part that is ready to start.
    ///
    /// @param jar to start it with
    /// @param content tells it from another build
    public record Laid(Path jar, String content) {}

    /// Lays a part out, unless it is laid out from the same content already.
    public Laid lay(String module, Path jar) {
        var folder = apps.resolve(module);
        var laid = folder.resolve(module + ".jar");
        var note = folder.resolve(CONTENT);
        try {
            var content = new FatJar(jar).content();
            if (!Files.exists(laid) || !Files.exists(note) || !content.equals(Files.readString(note))) {
                clear(folder);
                extract(jar, folder);
                Files.writeString(note, content);
            }
            return new Laid(laid, content);
        } catch (IOException e) {
            throw new LauncherException(
                    "%s cannot be laid out in %s (%s); free some disk or delete that folder, then start again"
                            .formatted(module, folder, LauncherException.why(e)),
                    e);
        }
    }

    private static void extract(Path jar, Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var tool = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString()))
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

    /// Deletes a folder with all that is in it, if it is there.
    public static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
