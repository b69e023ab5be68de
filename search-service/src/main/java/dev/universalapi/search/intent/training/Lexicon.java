package dev.universalapi.search.intent.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What fills the placeholders of queries.
final class Lexicon {
    private final Map<String, List<String>> values;

    private Lexicon(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /// Reads tab-separated lines of a placeholder, a language (`*` for all) and values parted by `|`, as [Query#read]
    /// does.
    static Lexicon read(Path file) throws IOException {
        return of(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .toList());
    }

    /// The same of lines.
    static Lexicon of(List<String> lines) {
        var values = new HashMap<String, List<String>>();
        lines.stream()
                .map(line -> line.split("\t", -1))
                .forEach(columns -> values.put(columns[0] + ' ' + columns[1], List.of(columns[2].split("\\|", -1))));
        return new Lexicon(values);
    }

    /// @throws IllegalArgumentException nothing fills that placeholder
    List<String> values(String placeholder, String language) {
        var found = values.getOrDefault(placeholder + ' ' + language, values.get(placeholder + " *"));
        if (found == null) {
            throw new IllegalArgumentException("nothing fills {" + placeholder + "} in " + language);
        }
        return found;
    }
}
