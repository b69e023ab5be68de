package dev.universalapi.launcher.store;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// PostgreSQL's programs for this system.
///
/// @param apps where the parts are laid out
/// @param version tells them from others
record PostgresPrograms(Path apps, String version) {
    private static final Set<String> SYSTEMS = Set.of("linux-amd64", "linux-aarch64", "mac-x86_64", "mac-aarch64");

    Path folder() {
        return apps.resolve("postgres-" + version).toAbsolutePath();
    }

    /// Unpacks them, unless that was done.
    ///
    /// @param stores the jar that has them
    void unpack(Path stores) {
        if (Files.exists(folder())) {
            return;
        }
        var fresh = folder().resolveSibling("postgres.new");
        try {
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    stores.toString(),
                    "dev.universalapi.stores.Unpack",
                    Binary.system(),
                    fresh.toString()));
            Files.move(fresh, folder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LauncherException(
                    "PostgreSQL cannot be unpacked to %s: %s".formatted(folder(), LauncherException.why(e)), e);
        }
    }

    /// It refuses to run as root, who is given another name where the system lets him.
    String by() {
        return isRoot() ? "unshare -U" : "";
    }

    Optional<String> complaint(String system) {
        if (!SYSTEMS.contains(system)) {
            return Optional.of("is not there for " + system);
        }
        if (isRoot()) {
            try {
                run(List.of("unshare", "-U", "true"));
            } catch (IOException _) {
                return Optional.of("does not run as root on this machine; start the suite as another user");
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
