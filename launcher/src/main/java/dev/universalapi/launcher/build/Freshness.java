package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tells which jars are missing or older than what they are made of.
///
/// It compares the moments at which the system last saw files change, which no tool sets: a build that can be
/// reproduced gives its jars a fixed date, and copies keep the date of the original. A folder counts too, since it
/// changes when a file goes.
final class Freshness {
    private final Modules modules;
    private final Map<Path, FileTime> seen = new HashMap<>();

    Freshness(Modules modules) {
        this.modules = modules;
    }

    /// Why a module has to be built, half a sentence; empty when it has not.
    Optional<String> reason(String module) {
        var jar = modules.folder(module).resolve("target").resolve(module + ".jar");
        try {
            if (!FatJar.isOne(jar)) {
                return Optional.of(module + " is not built yet");
            }
            var built = changed(jar);
            for (var source : modules.sources(module)) {
                if (newest(source).compareTo(built) > 0) {
                    return Optional.of(modules.project().relativize(source) + " has changed");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new LauncherException(
                    "what is built cannot be compared with the sources: " + LauncherException.why(e), e);
        }
    }

    private FileTime newest(Path source) throws IOException {
        var known = seen.get(source);
        if (known == null) {
            known = walked(source);
            seen.put(source, known);
        }
        return known;
    }

    private static FileTime walked(Path source) throws IOException {
        var newest = new Newest();
        if (Files.exists(source)) {
            Files.walkFileTree(source, newest);
        }
        return newest.time;
    }

    private static FileTime changed(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : Files.getLastModifiedTime(file);
    }

    private static final class Newest extends SimpleFileVisitor<Path> {
        private FileTime time = FileTime.fromMillis(0);

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return visitFile(folder, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var changed = changed(file);
            if (changed.compareTo(time) > 0) {
                time = changed;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
