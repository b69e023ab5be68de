package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/// Java's start-up caches (JEP 483, 514): written when a part ends cleanly for the first time, used from then on, and
/// made anew when the part, its flags or Java change.
///
/// @param folder where they are kept; may be deleted at any time
record Caches(Path folder) {

    /// The flag that uses the part's cache, or has it written at the end.
    ///
    /// @param identity what makes the part another one: when it was built
    String flag(Part part, String identity) {
        var file = file(part, identity);
        if (Files.exists(file)) {
            return "-XX:AOTCache=" + file;
        }
        forgetOthers(part);
        return "-XX:AOTCacheOutput=" + file;
    }

    /// Whether ending the part will write its cache, which takes a while.
    boolean missing(Part part, String identity) {
        return !Files.exists(file(part, identity));
    }

    private Path file(Part part, String identity) {
        var crc = new CRC32();
        var all = String.join(" ", List.of(part.flags().toString(), identity, System.getProperty("java.vm.version")));
        crc.update(all.getBytes(StandardCharsets.UTF_8));
        return folder.resolve("%s-%08x.aot".formatted(part.name(), crc.getValue()));
    }

    private void forgetOthers(Part part) {
        try (var files = Files.newDirectoryStream(folder, part.name() + "-????????.aot*")) {
            for (var file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LauncherException(folder + " cannot be tidied: " + e.getMessage(), e);
        }
    }
}
