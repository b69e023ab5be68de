package dev.universalapi.launcher.home;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of one installation.
///
/// @param folder `.universal` unless chosen otherwise
public record Home(Path folder) {
    private static final long MIB = 1024L * 1024;
    private static final long LEAST_MIB = 512;
    private static final String SECRETS_README = """
            One file a key of a provider, named as in its manifest (for instance WEATHERAPI_KEY), one key a line.
            A file that appears, changes or goes is noticed while the suite runs.
            """;

    /// The bootstrap key, and the keys that the gateway and the services are given. Nobody else may read it.
    public Path identity() {
        return folder.resolve("identity");
    }

    /// The operator's own manifests, a folder a provider.
    public Path providers() {
        return folder.resolve("providers");
    }

    /// Keys of providers.
    public Path secrets() {
        return folder.resolve("secrets");
    }

    /// Settings that win over the shipped ones.
    public Path config() {
        return folder.resolve("config");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// What a process prints.
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /// The log of a process that is about to start; that of its last run is kept beside it.
    public Path freshLog(String name) {
        var log = log(name);
        try {
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new LauncherException(log + " cannot be written: " + LauncherException.why(e), e);
        }
    }

    /// What runs now.
    public Path run() {
        return folder.resolve("run");
    }

    /// The parts, laid out to run.
    public Path apps() {
        return folder.resolve("apps");
    }

    /// When and where what the stores keep was last written to.
    public Path lastBackup() {
        return folder.resolve("last-backup");
    }

    /// What a store keeps; of all of them without a name.
    public Path data(String name) {
        return folder.resolve("data").resolve(name);
    }

    /// What makes the next start faster; may be deleted at any time.
    public Path caches() {
        return folder.resolve("caches");
    }

    /// Makes what is missing, and refuses what cannot work.
    public void prepare() {
        try {
            for (var part : new Path[] {secrets(), config(), logs(), run(), apps(), caches()}) {
                if (Files.exists(part) && !Files.isDirectory(part)) {
                    throw new LauncherException(part + " should be a folder and is not; move it away and start again");
                }
                Files.createDirectories(part);
            }
            Files.createDirectories(identity());
            restrict(identity());
            restrict(secrets());
            var readme = secrets().resolve("README");
            if (!Files.exists(readme)) {
                Files.writeString(readme, SECRETS_README);
            }
            var probe = Files.writeString(run().resolve("probe"), "");
            Files.delete(probe);
        } catch (IOException e) {
            throw unusable(e);
        }
        refuseFullDisk();
    }

    private LauncherException unusable(IOException cause) {
        return new LauncherException(
                folder + " cannot be written (" + LauncherException.why(cause)
                        + "); give it to your user, or choose another with --home",
                cause);
    }

    /// Room on the disk, for this user.
    public long freeBytes() {
        try {
            var place = folder;
            while (!Files.exists(place) && place.getParent() != null) {
                place = place.getParent();
            }
            return Files.getFileStore(place).getUsableSpace();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void refuseFullDisk() {
        var free = freeBytes();
        if (free < leastBytes()) {
            throw new LauncherException(
                    "the disk of %s has %d MiB left, and %d are needed; free some, or choose another place with --home"
                            .formatted(folder, free / MIB, leastBytes() / MIB));
        }
    }

    private static long leastBytes() {
        return Long.getLong("universal.disk.least", LEAST_MIB) * MIB;
    }

    private static void restrict(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
