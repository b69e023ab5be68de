package dev.universalapi.launcher.archive;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.store.Versions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// One file with all that the stores keep.
///
/// @param file a zip, which any system can look into
/// @param here the stores of this launcher
public record Archive(Path file, Versions here) {
    private static final String DATA = "data/";

    /// Written at each start, or with a password in it.
    private static final Set<String> LEFT_OUT = Set.of(
            "postgres/roles.sql",
            "postgres/grants.sql",
            "postgres/databases",
            "postgres/cluster/postmaster.pid",
            "postgres/cluster/postmaster.opts",
            "kafka/server.properties",
            "kafka/log/.lock",
            "redis/redis.conf");

    /// Writes it from a folder that nobody writes to meanwhile; the file is there whole or not at all.
    ///
    /// @param needs what has to be kept beside it
    /// @return how many files are in it
    public int write(Path data, Needs needs) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var zip = new ZipOutputStream(Files.newOutputStream(fresh));
                    var paths = Files.walk(data)) {
                var hashes = new TreeMap<String, String>();
                for (var path : paths.sorted().toList()) {
                    add(zip, path, data.relativize(path).toString(), hashes);
                }
                zip.putNextEntry(new ZipEntry(Manifest.NAME));
                zip.write(new Manifest(here, needs, hashes).text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                zip.finish();
                Hashing.force(fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return (int) hashes.values().stream()
                        .filter(hash -> !hash.equals(Manifest.FOLDER))
                        .count();
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new LauncherException("%s cannot be written: %s".formatted(file, LauncherException.why(e)), e);
        }
    }

    private static void add(ZipOutputStream zip, Path path, String name, TreeMap<String, String> hashes)
            throws IOException {
        if (LEFT_OUT.contains(name) || name.isEmpty()) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            zip.putNextEntry(new ZipEntry(DATA + name + "/")); // PostgreSQL misses folders that are empty
            hashes.put(name + "/", Manifest.FOLDER);
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            zip.putNextEntry(new ZipEntry(DATA + name));
            try (var in = Files.newInputStream(path)) {
                hashes.put(name, Hashing.copy(in, zip));
            }
        } else {
            throw new IOException(path + " is neither a file nor a folder");
        }
        zip.closeEntry();
    }

    /// Unpacks it into a new folder, and refuses it when anything in it is not as it was written.
    ///
    /// @return what it opens with
    public Needs unpack(Path fresh) {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(Manifest.NAME);
            if (entry == null) {
                throw new IOException("it has no manifest");
            }
            var manifest = Manifest.read(zip.getInputStream(entry));
            manifest.refuseOthers(here);
            var left = new TreeMap<>(manifest.files());
            Hashing.folder(fresh);
            for (var each :
                    zip.stream().filter(one -> one.getName().startsWith(DATA)).toList()) {
                var name = each.getName().substring(DATA.length());
                var target = Hashing.within(fresh, name);
                var hash = left.remove(name);
                if (!each.isDirectory()) {
                    unpack(zip, each, target, hash);
                } else if (Manifest.FOLDER.equals(hash)) {
                    Hashing.folder(target);
                } else {
                    throw new IOException(name + " was not written to it");
                }
            }
            if (!left.isEmpty()) {
                throw new IOException(left.firstKey() + " is missing");
            }
            return manifest.needs();
        } catch (IOException e) {
            throw new LauncherException(
                    "%s is no whole archive: %s; nothing was replaced".formatted(file, LauncherException.why(e)), e);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target, @Nullable String hash) throws IOException {
        String found;
        try (var in = zip.getInputStream(entry);
                OutputStream out = Hashing.create(target)) {
            found = Hashing.copy(in, out);
        }
        if (!found.equals(hash)) {
            throw new IOException(entry.getName() + " is not as it was written");
        }
        Hashing.force(target);
    }
}
