package dev.universalapi.search.intent.slot.gazetteer;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Lines of the resources beside this module's gazetteers: `key: name, name`, `#` begins a comment.
///
/// @param key what the names are of
/// @param names as they are written, with their marks
public record Entries(String key, List<String> names) {
    public static List<Entries> of(String resource) {
        return lines(resource).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Entries::read)
                .toList();
    }

    /// All lines of a resource, unpacked where its name ends in `.gz`.
    static List<String> lines(String resource) {
        try (var packed = Entries.class.getResourceAsStream("/gazetteer/" + resource)) {
            if (packed == null) {
                throw new FileNotFoundException("/gazetteer/" + resource);
            }
            var reader = new InputStreamReader(unpacked(packed, resource), StandardCharsets.UTF_8);
            return new BufferedReader(reader).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unpacked(InputStream packed, String resource) throws IOException {
        return resource.endsWith(".gz") ? new GZIPInputStream(packed, 1 << 16) : packed;
    }

    private static Entries read(String line) {
        var colon = line.indexOf(": ");
        if (colon < 0) {
            return new Entries("", Arrays.asList(line.split(",\\s*")));
        }
        return new Entries(
                line.substring(0, colon),
                Arrays.asList(line.substring(colon + 2).split(",\\s*")));
    }
}
