package dev.universalapi.search.intent.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A line of a set of queries: what is typed, and what it asks for.
///
/// @param language `en`, `fr`
/// @param intents categories in the order of the query, or `none` alone
record Query(String language, String text, List<String> intents) {
    private static final int COLUMNS = 3;

    Query {
        intents = List.copyOf(intents);
    }

    /// Reads tab-separated lines; the first is the header, those that start with `#` are comments.
    ///
    /// @throws IllegalArgumentException a line has too few columns
    static List<Query> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(Query::of)
                .toList();
    }

    private static Query of(String line) {
        var columns = line.split("\t", -1);
        if (columns.length < COLUMNS) {
            throw new IllegalArgumentException("no three columns: " + line);
        }
        return new Query(columns[0], columns[1], List.of(columns[2].split(",", -1)));
    }
}
