package dev.universalapi.stores;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks PostgreSQL's programs for this system into a folder.
public final class Unpack {
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux-amd64", "/postgres-linux-x86_64.txz",
            "linux-aarch64", "/postgres-linux-arm_64.txz",
            "mac-x86_64", "/postgres-darwin-x86_64.txz",
            "mac-aarch64", "/postgres-darwin-arm_64.txz");
    private static final int EXECUTABLE = 0b001_000_000;

    private Unpack() {}

    /// @param arguments the system as the launcher calls it, `linux-amd64`, and the folder
    public static void main(String[] arguments) throws IOException {
        var name = ARCHIVES.getOrDefault(arguments[0], "/none");
        try (var packed = Unpack.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new FileNotFoundException("there is no PostgreSQL for " + arguments[0]);
            }
            unpack(packed, Path.of(arguments[1]));
        }
    }

    static void unpack(InputStream packed, Path folder) throws IOException {
        var plain = new BufferedInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
        try (var tar = new TarArchiveInputStream(plain)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(entry.getName() + " would be unpacked elsewhere");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }
}
