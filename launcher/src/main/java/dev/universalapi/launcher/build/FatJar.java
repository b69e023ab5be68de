package dev.universalapi.launcher.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A jar with its libraries inside, as Spring Boot makes it.
record FatJar(Path file) {
    private static final String INSIDE = "BOOT-INF/";

    /// Whether a file is one: a build that broke off leaves a jar without its libraries.
    static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var jar = new ZipFile(file.toFile())) {
            return jar.getEntry(INSIDE) != null;
        } catch (ZipException _) {
            return false;
        }
    }

    /// Tells it from one with other content, by the checksums that it carries; its date tells nothing.
    String content() throws IOException {
        var sum = new CRC32();
        try (var jar = new ZipFile(file.toFile())) {
            jar.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + " " + entry.getSize() + "\n")
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return "%08x".formatted(sum.getValue());
    }
}
