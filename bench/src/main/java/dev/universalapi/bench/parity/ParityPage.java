package dev.universalapi.bench.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// `docs/parity.md`, read again: its tables of three columns whose first holds an address.
///
/// @param rows in the order written
record ParityPage(List<Row> rows) {
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    static ParityPage read(Path project) throws IOException {
        return of(Files.readAllLines(project.resolve("docs/parity.md")));
    }

    /// @throws IllegalArgumentException if a row cannot be read
    static ParityPage of(List<String> lines) {
        return new ParityPage(lines.stream()
                .filter(line -> line.startsWith("| `"))
                .map(ParityPage::row)
                .toList());
    }

    private static Row row(String line) {
        var parts = ROW.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("docs/parity.md: a row has three columns, and this has not: " + line);
        }
        return new Row(parts.group(1), parts.group(2).strip(), parts.group(3).strip());
    }

    /// Every call that is named, once.
    List<Call> calls() {
        return rows.stream().flatMap(row -> row.calls().stream()).distinct().toList();
    }

    /// How many rows are of a kind.
    long count(Row.Kind kind) {
        return rows.stream()
                .filter(row -> row.kind().filter(kind::equals).isPresent())
                .count();
    }
}
