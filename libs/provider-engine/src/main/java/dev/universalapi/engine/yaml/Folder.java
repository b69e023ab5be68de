package dev.universalapi.engine.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A folder of folders, on disk or on a class path.
public final class Folder {
    private static final String ROOT = "catalogue";

    private final List<String> names;
    private final Opener opener;

    private Folder(List<String> names, Opener opener) {
        this.names = names;
        this.opener = opener;
    }

    @FunctionalInterface
    private interface Opener {
        Optional<InputStream> open(String name) throws IOException;
    }

    /// A folder on disk.
    public static Folder of(Path folder) {
        try (var folders = Files.list(folder)) {
            var names = folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
            return new Folder(names, name -> {
                var file = folder.resolve(name);
                return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder, e);
        }
    }

    /// The folder `catalogue` of the class path that the anchor is on: of a folder, a jar, or a jar within a jar.
    public static Folder beside(Class<?> anchor) {
        try {
            var folders = Collections.list(anchor.getClassLoader().getResources(ROOT));
            var names = new TreeSet<String>();
            for (var folder : folders) {
                names.addAll(
                        folder.openConnection() instanceof JarURLConnection jar
                                ? inJar(jar)
                                : of(Path.of(URI.create(folder.toString()))).names());
            }
            return new Folder(List.copyOf(names), name -> {
                URL file = anchor.getClassLoader().getResource(ROOT + "/" + name);
                return file == null ? Optional.empty() : Optional.of(file.openStream());
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue beside " + anchor.getName(), e);
        }
    }

    /// Its folders by name.
    public List<String> names() {
        return names;
    }

    /// The text of a file in one of them.
    public Optional<String> read(String name, String file) {
        return bytes(name, file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// The bytes of a file in one of them.
    public Optional<byte[]> bytes(String name, String file) {
        return bytes(name, file, Integer.MAX_VALUE);
    }

    /// The first bytes of a file in one of them, at most so many.
    public Optional<byte[]> bytes(String name, String file, int most) {
        try {
            var stream = opener.open(name + "/" + file);
            if (stream.isEmpty()) {
                return Optional.empty();
            }
            try (var open = stream.get()) {
                return Optional.of(open.readNBytes(most));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + "/" + file, e);
        }
    }

    private static SortedSet<String> inJar(JarURLConnection connection) throws IOException {
        var names = new TreeSet<String>();
        var prefix = connection.getEntryName() + (connection.getEntryName().endsWith("/") ? "" : "/");
        connection.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) > 0)
                .forEach(name -> names.add(name.substring(prefix.length(), name.indexOf('/', prefix.length()))));
        return names;
    }
}
