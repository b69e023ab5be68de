package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;

/// What the parts are built from.
///
/// @param project the folder of the checkout
record Sources(Path project) {
    private static final Set<String> PRODUCTS = Set.of("target", "test", ".universal", "node_modules");
    private static final Set<String> PARTS = Set.of(
            "libs", "providers", "gateway", "discovery", "config-server", "search-service", "sandbox", "sdk", "docs");

    /// When anything that goes into a part was changed last.
    FileTime newest() {
        var visitor = new Newest();
        try {
            for (var part : PARTS) {
                if (Files.isDirectory(project.resolve(part))) {
                    Files.walkFileTree(project.resolve(part), visitor);
                }
            }
            visitor.see(Files.getLastModifiedTime(project.resolve("pom.xml")));
            return visitor.newest;
        } catch (IOException e) {
            throw new LauncherException(project + " is not the whole checkout: " + e.getMessage(), e);
        }
    }

    private static final class Newest extends SimpleFileVisitor<Path> {
        private FileTime newest = FileTime.fromMillis(0);

        void see(FileTime time) {
            if (time.compareTo(newest) > 0) {
                newest = time;
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName().toString();
            return PRODUCTS.contains(name) || name.startsWith(".")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            see(attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
        }
    }
}
