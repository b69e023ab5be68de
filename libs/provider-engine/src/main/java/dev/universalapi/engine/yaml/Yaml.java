package dev.universalapi.engine.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A part of a file, with the line it begins at.
public sealed interface Yaml {

    int line();

    /// The same as JSON.
    JsonNode json();

    /// A single value.
    ///
    /// @param text as written
    /// @param kind what the core schema makes of it
    record Word(String text, Kind kind, int line) implements Yaml {

        @Override
        public JsonNode json() {
            var nodes = JsonNodeFactory.instance;
            return switch (kind) {
                case TEXT -> nodes.stringNode(text);
                case NUMBER -> nodes.numberNode(number());
                case TRUTH -> nodes.booleanNode(Boolean.parseBoolean(text.toLowerCase(Locale.ROOT)));
                case NULL -> nodes.nullNode();
            };
        }

        private BigDecimal number() {
            if (text.startsWith("0x")) {
                return new BigDecimal(new BigInteger(text.substring(2), 16));
            }
            return text.startsWith("0o") ? new BigDecimal(new BigInteger(text.substring(2), 8)) : new BigDecimal(text);
        }
    }

    /// What a single value is.
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NULL
    }

    /// A list.
    record Items(List<Yaml> items, int line) implements Yaml {

        @Override
        public JsonNode json() {
            var array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(item.json()));
            return array;
        }
    }

    /// A mapping, in the order written.
    ///
    /// @param lines of the names
    record Entries(Map<String, Yaml> values, Map<String, Integer> lines, int line) implements Yaml {

        /// The value of a name.
        public Optional<Yaml> find(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /// The text of a name, as written.
        public Optional<String> text(String name) {
            return find(name).map(Yaml::text);
        }

        /// The mapping under a name; an empty one where there is none.
        public Entries entries(String name) {
            return values.get(name) instanceof Entries entries ? entries : new Entries(Map.of(), Map.of(), line);
        }

        /// The line of a name, or of the mapping.
        public int line(String name) {
            return lines.getOrDefault(name, line);
        }

        @Override
        public JsonNode json() {
            var object = JsonNodeFactory.instance.objectNode();
            values.forEach((name, value) -> object.set(name, value.json()));
            return object;
        }
    }

    /// The text of a single value as written; empty for a list or a mapping.
    default String text() {
        return this instanceof Word word ? word.text() : "";
    }

    /// Its elements; one that is no list counts as the only element.
    default List<Yaml> items() {
        return this instanceof Items list ? list.items() : List.of(this);
    }
}
