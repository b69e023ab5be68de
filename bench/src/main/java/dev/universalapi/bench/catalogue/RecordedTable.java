package dev.universalapi.bench.catalogue;

import dev.universalapi.engine.outcome.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What recorded files are: a line each, with tabs between file, provider, operation, query, status, what is expected,
/// the file of the call before, and why it is no answer. The last two may be left out.
final class RecordedTable {
    private static final int FEWEST = 6;

    private RecordedTable() {}

    /// One file.
    ///
    /// @param query as JSON
    /// @param expected `answer`, or the name of an outcome
    /// @param before the file of the call before; empty for none
    /// @param why an answer is none for us, as a comment of the manifest says it; empty for none
    record Row(
            String file,
            String provider,
            String operation,
            String query,
            int status,
            String expected,
            String before,
            String why) {

        static Row of(String line) {
            var cells = line.split("\t", -1);
            if (cells.length < FEWEST) {
                throw new IllegalArgumentException("fewer than " + FEWEST + " columns in `" + line + "`");
            }
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Integer.parseInt(cells[4]),
                    cells[5],
                    cells.length > FEWEST ? cells[FEWEST] : "",
                    cells.length > FEWEST + 1 ? cells[FEWEST + 1] : "");
        }

        /// Whether it is an answer of the provider's that the manifest cannot read.
        boolean unread() {
            return List.of(Outcome.DRIFTED.label(), Outcome.MALFORMED.label()).contains(expected);
        }

        String folder() {
            return file.substring(0, Math.max(0, file.indexOf('/')));
        }

        /// What the sandbox is told to answer.
        Map<String, Object> order(Path folder) throws IOException {
            var order = response(folder.resolve(file), status);
            order.put("kind", "answer");
            if (!before.isEmpty()) {
                order.put("before", response(folder.resolve(before), 200));
            }
            return order;
        }

        private static Map<String, Object> response(Path file, int status) throws IOException {
            var told = new LinkedHashMap<String, Object>();
            told.put("status", status);
            told.put("headers", Map.of("content-type", type(file.toString())));
            told.put("body", Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            return told;
        }

        private static String type(String name) {
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "json" -> "application/json";
                case "xml" -> "application/xml";
                default -> "text/plain; charset=utf-8";
            };
        }
    }

    /// The project's own table, or another.
    static List<Row> read(Optional<Path> other) throws IOException {
        return text(other)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }

    private static String text(Optional<Path> other) throws IOException {
        if (other.isPresent()) {
            return Files.readString(other.get());
        }
        try (var own = Objects.requireNonNull(RecordedTable.class.getResourceAsStream("recorded.tsv"))) {
            return new String(own.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
