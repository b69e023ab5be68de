package dev.universalapi.bench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder that is gone when its trial is over.
///
/// @param path beside the caches of the checkout, which are shared
public record Folder(Path path) implements AutoCloseable {
    /// A new one whose name begins so.
    public static Folder make(Path project, String prefix) throws IOException {
        return new Folder(Files.createTempDirectory(Files.createDirectories(project.resolve(".universal")), prefix));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
