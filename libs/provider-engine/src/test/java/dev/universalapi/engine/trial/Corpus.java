package dev.universalapi.engine.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Hostile files, kept in `hostile/<folder>` of the test resources. What a fuzz run finds is added there, and replayed
/// for ever. Within a file `⟦x×3⟧` stands for `xxx`, and `#` in it for the number of each, so that a bomb is a line.
public final class Corpus {
    private static final Pattern REPEATED = Pattern.compile(inBytes("⟦(.*?)×([0-9]+)⟧"), Pattern.DOTALL);

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private Corpus(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), expanded(Files.readAllBytes(file)));
            }
        }
        files.remove(".gitattributes");
    }

    /// All files of a folder.
    public static Corpus of(String folder) {
        try {
            URL found = Objects.requireNonNull(Corpus.class.getResource("/dev/universalapi/engine/hostile/" + folder));
            return new Corpus(Path.of(found.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A file of the test resources as text, expanded in the same way.
    public static String text(String name) {
        try (var file = Objects.requireNonNull(Corpus.class.getResourceAsStream("/dev/universalapi/engine/" + name))) {
            return new String(expanded(file.readAllBytes()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of those that end so.
    public List<String> names(String ending) {
        return files.keySet().stream().filter(name -> name.endsWith(ending)).toList();
    }

    /// One of them, expanded.
    public byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name).clone();
    }

    /// The lines of one of them that say something.
    public List<String> lines(String name) {
        return new String(file(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static byte[] expanded(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var repeated = REPEATED.matcher(text);
        var whole = new StringBuilder();
        while (repeated.find()) {
            repeated.appendReplacement(whole, "");
            var times = Integer.parseInt(repeated.group(2));
            for (int i = 0; i < times; i++) {
                whole.append(repeated.group(1).replace("#", String.valueOf(i)));
            }
        }
        return repeated.appendTail(whole).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    // a letter for each byte, since not every file is text
    private static String inBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
