package dev.universalapi.launcher.cache;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.process.Guardian;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/// Java's start-up caches (JEP 483, 514, 515). A part without one writes down, when it ends cleanly, what it loaded and
/// used; from that a cache is made, which is good as long as the part, its flags and Java stay the same.
///
/// @param folder where they are kept; may be deleted at any time
public record Caches(Path folder) {
    private static final long LIMIT_MINUTES = 5;

    /// One part's cache.
    ///
    /// @param launch how the part is started, without the cache's own flags
    public record Entry(String part, List<String> launch, Path cache, Path recording) {

        public boolean exists() {
            return Files.exists(cache);
        }

        /// Whether the part has written down what a cache can be made from.
        public boolean recorded() {
            return !exists() && Files.exists(recording);
        }

        /// How the part is started.
        public List<String> command() {
            return exists()
                    ? with("-XX:AOTCache=" + cache)
                    : with("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
        }

        private List<String> with(String... flags) {
            var command = new ArrayList<>(launch);
            command.addAll(1, List.of(flags));
            return command;
        }
    }

    /// The cache of a part, whether it is there yet or not.
    ///
    /// @param content tells one build of the part from another
    public Entry of(String part, List<String> launch, String content) {
        var sum = new CRC32();
        var identity = String.join(" ", launch) + content + System.getProperty("java.vm.version");
        sum.update(identity.getBytes(StandardCharsets.UTF_8));
        var name = "%s-%08x".formatted(part, sum.getValue());
        return new Entry(part, launch, folder.resolve(name + ".aot"), folder.resolve(name + ".recording"));
    }

    /// Makes the cache from what the part wrote down. It takes seconds to a minute of work.
    public void make(Entry entry, Guardian guardian) throws InterruptedException {
        var fresh = entry.cache().resolveSibling(entry.cache().getFileName() + ".new");
        var log = folder.resolve(entry.part() + ".log");
        try {
            var maker = new ProcessBuilder(entry.with(
                            "-XX:AOTMode=create", "-XX:AOTConfiguration=" + entry.recording(), "-XX:AOTCache=" + fresh))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            guardian.watch(maker.pid());
            try {
                if (!maker.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || maker.exitValue() != 0) {
                    throw new LauncherException(
                            "the start-up cache of " + entry.part() + " could not be made; see " + log);
                }
            } finally {
                maker.destroyForcibly();
                guardian.forget(maker.pid());
            }
            forgetOthers(entry);
            Files.move(fresh, entry.cache(), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new LauncherException(
                    "the start-up cache of " + entry.part() + " could not be written: " + LauncherException.why(e), e);
        } finally {
            discard(fresh);
            discard(entry.recording());
        }
    }

    private void forgetOthers(Entry entry) throws IOException {
        try (var files = Files.newDirectoryStream(folder, entry.part() + "-????????.{aot,recording}")) {
            for (var file : files) {
                if (!file.equals(entry.recording())) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // it only takes room, and goes with the next
        }
    }
}
