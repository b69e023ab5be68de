package dev.universalapi.engine.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// Reads CSV with a header line: a list of objects by header, every value a text. A row may be shorter than the
/// header; what it has beyond must be blank. Blanks around a value belong to it only within quotes. A column without
/// a header is left out: nothing could name it.
final class CsvBodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.TRIM_SPACES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Limits.MOST_BYTES)
                    .build())
            .build();

    private final Limits limits = new Limits();
    private final JsonParser parser;

    private CsvBodies(JsonParser parser) {
        this.parser = parser;
    }

    static JsonNode read(String text) throws UnreadableException {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new CsvBodies(parser).rows();
        } catch (JacksonException e) {
            throw new UnreadableException("the body is no CSV: "
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        }
    }

    private JsonNode rows() throws UnreadableException {
        parser.nextToken();
        var header = row();
        if (header == null || header.stream().allMatch(String::isBlank)) {
            throw new UnreadableException("the CSV has no header line");
        }
        header.replaceAll(String::strip);
        var names = new HashSet<String>();
        for (var name : header) {
            if (!name.isEmpty() && !names.add(name)) {
                throw new UnreadableException("the CSV has two columns of one header");
            }
        }
        var rows = NODES.arrayNode();
        for (var row = row(); row != null; row = row()) {
            rows.add(object(header, row));
            Limits.elements(rows.size());
        }
        return rows;
    }

    private JsonNode object(List<String> header, List<String> row) throws UnreadableException {
        var object = NODES.objectNode();
        for (int i = 0; i < row.size(); i++) {
            if (i >= header.size() && !row.get(i).isBlank()) {
                throw new UnreadableException("a row of the CSV is longer than its header");
            }
            if (i < header.size() && !header.get(i).isEmpty()) {
                object.put(header.get(i), row.get(i));
            }
        }
        return object;
    }

    private @Nullable List<String> row() throws UnreadableException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return null;
        }
        limits.node();
        var row = new ArrayList<String>();
        for (var token = parser.nextToken(); token == JsonToken.VALUE_STRING; token = parser.nextToken()) {
            limits.node();
            row.add(parser.getString());
        }
        return row;
    }
}
