package dev.universalapi.launcher.store;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A program for this system, in the launcher's jar.
///
/// @param resource where in the jar
/// @param file where it is unpacked to
record Binary(String resource, Path file) {
    private static final Map<String, String> REDIS = Map.of(
            "linux-amd64", "redis-server-6.2.6-v5-linux-amd64",
            "linux-aarch64", "redis-server-6.2.7-linux-arm64",
            "mac-x86_64", "redis-server-6.2.6-v5-darwin-amd64",
            "mac-aarch64", "redis-server-6.2.6-v5-darwin-arm64");
    private static final long LIMIT_SECONDS = 10;

    /// That of Redis, where there is one for the system.
    static Optional<Binary> redis(String system, Path folder) {
        return Optional.ofNullable(REDIS.get(system)).map(name -> new Binary("/redis/" + name, folder.resolve(name)));
    }

    /// The name of a system, `linux-amd64`.
    static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return (name.startsWith("mac") ? "mac" : name) + "-" + System.getProperty("os.arch", "");
    }

    /// Unpacks it, unless it is there already: its name tells it from another version.
    void unpack() {
        if (Files.exists(file)) {
            return;
        }
        try (var packed = Binary.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new LauncherException("the launcher was built without " + resource + "; delete "
                        + "launcher/target, and the next start builds it again");
            }
            unpack(packed);
        } catch (IOException e) {
            throw new LauncherException("%s cannot be written: %s".formatted(file, LauncherException.why(e)), e);
        }
    }

    private void unpack(InputStream packed) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
        if (!fresh.toFile().setExecutable(true)) {
            throw new IOException(fresh + " cannot be made executable");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What it says of its version.
    String version() throws IOException {
        var asked = new ProcessBuilder(file.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        try {
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!asked.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || asked.exitValue() != 0) {
                throw new IOException(said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            asked.destroyForcibly();
        }
    }
}
