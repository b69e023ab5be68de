package dev.universalapi.search.exam;

import dev.universalapi.search.intent.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A query, and what it should be understood as.
///
/// @param language it is in
/// @param intents categories in the order of the query; empty where nothing should be understood
/// @param told slots and words to look for
record Query(Language language, String text, List<String> intents, Set<Told> told) {
    private static final int COLUMNS = 4;

    Query {
        intents = List.copyOf(intents);
        told = Set.copyOf(told);
    }

    /// Reads a set: `language  query  intents  slots`, tab separated, a line of names first, `#` before comments.
    static List<Query> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(Query::parse)
                .toList();
    }

    private static Query parse(String line) {
        var columns = line.split("\t", -1);
        if (columns.length < COLUMNS) {
            throw new IllegalArgumentException("a line has four columns: " + line);
        }
        var intents = columns[2].equals("none") ? List.<String>of() : List.of(columns[2].split(","));
        return new Query(Language.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1], intents, told(columns[3]));
    }

    private static Set<Told> told(String slots) {
        var all = new LinkedHashSet<Told>();
        Arrays.stream(slots.split(";")).filter(slot -> !slot.isBlank()).forEach(slot -> all.add(slot(slot)));
        return all;
    }

    private static Told slot(String written) {
        var sign = written.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("a slot is type=value: " + written);
        }
        var type = written.substring(0, sign);
        var value = written.substring(sign + 1);
        return new Told(
                type,
                type.equals("amount")
                        ? new java.math.BigDecimal(value).stripTrailingZeros().toPlainString()
                        : value);
    }
}
