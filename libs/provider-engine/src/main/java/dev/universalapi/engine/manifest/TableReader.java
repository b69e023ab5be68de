package dev.universalapi.engine.manifest;

import dev.universalapi.engine.expression.Table;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads `tables`.
final class TableReader {
    private static final int MOST_ENTRIES = 500;

    private final Mistakes mistakes;

    TableReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Map<String, Table> read(Yaml.Entries manifest) {
        var tables = new LinkedHashMap<String, Table>();
        manifest.entries("tables").values().forEach((name, value) -> {
            if (value instanceof Yaml.Entries entries) {
                tables.put(name, table(name, entries));
            }
        });
        return tables;
    }

    private Table table(String name, Yaml.Entries entries) {
        Map<String, String> ours = new LinkedHashMap<>();
        Map<String, Object> theirs = new LinkedHashMap<>();
        Optional<String> otherwise = Optional.empty();
        for (var entry : entries.values().entrySet()) {
            for (var their : entry.getValue().items()) {
                if (their.text().equals("else")) {
                    if (otherwise.isPresent() || entry.getValue() instanceof Yaml.Items) {
                        mistakes.add(their.line(), "`else` stands alone, and once", "write one `OURS: else`");
                    }
                    otherwise = Optional.of(entry.getKey());
                } else if (ours.put(Table.plain(value(their)), entry.getKey()) != null) {
                    mistakes.add(
                            their.line(),
                            "`" + their.text() + "` stands in the table " + name + " twice",
                            "leave one out");
                } else {
                    theirs.putIfAbsent(entry.getKey(), value(their));
                }
            }
        }
        if (ours.size() > MOST_ENTRIES) {
            mistakes.add(
                    entries.line(),
                    "the table " + name + " has more than 500 entries",
                    "leave out what `else` can take");
        }
        return new Table(name, Map.copyOf(ours), theirs, otherwise);
    }

    private static Object value(Yaml where) {
        JsonNode json = where.json();
        return json.isNumber() ? json.decimalValue() : json.isBoolean() ? (Object) json.booleanValue() : where.text();
    }
}
