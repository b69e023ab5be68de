package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.outcome.Outcome;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A folder of bodies with a table, `map.tsv`: provider, operation, query, status, file. The query is written as
/// in an address (`latitude=48.85&longitude=2.35`) or as JSON; empty, `-` or `*` is any query. An empty status
/// is 200.
final class SampleFolder {
    private static final String TABLE = "map.tsv";
    private static final int COLUMNS = 5;
    private static final JsonMapper JSON = new JsonMapper();

    private final Catalogue catalogue;
    private final Path folder;

    SampleFolder(Catalogue catalogue, Path folder) {
        this.catalogue = catalogue;
        this.folder = folder;
    }

    /// @throws IllegalArgumentException naming the line that cannot be used
    Recordings read() throws IOException {
        var table = folder.resolve(TABLE);
        if (!Files.isRegularFile(table)) {
            throw new IllegalArgumentException(
                    table + " is missing: a line for each file, with tabs between " + columns());
        }
        var recordings = new ArrayList<Recording>();
        var lines = Files.readAllLines(table);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("provider\t")) {
                recordings.add(recording(table + ":" + (i + 1) + ": ", line));
            }
        }
        return new Recordings(recordings);
    }

    private Recording recording(String place, String line) throws IOException {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(place + "has " + cells.length + " columns; it must have " + columns());
        }
        var offer = catalogue
                .provider(cells[0].strip())
                .flatMap(provider -> provider.offer(cells[1].strip()))
                .orElseThrow(() -> new IllegalArgumentException(
                        place + "no provider `" + cells[0] + "` of the catalogue offers `" + cells[1] + "`"));
        var status = status(place, cells[3].strip());
        var response = new EgressResponse(
                status, Map.of("content-type", List.of(Wire.typeOf(cells[4].strip()))), body(place, cells[4].strip()));
        var outcome = status == 200 ? Outcome.OK : Outcome.UNAVAILABLE;
        return new Recording(offer, query(place, offer, cells[2].strip()), response, outcome);
    }

    private static int status(String place, String text) {
        if (!text.isEmpty() && !text.matches("[1-5]\\d\\d")) {
            throw new IllegalArgumentException(
                    place + "the status must be a number from 100 to 599, was `" + text + "`");
        }
        return text.isEmpty() ? 200 : Integer.parseInt(text);
    }

    private byte[] body(String place, String name) throws IOException {
        var file = folder.resolve(name).normalize();
        if (name.isEmpty() || !file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException(place + "the file `" + name + "` is not in " + folder);
        }
        return Files.readAllBytes(file);
    }

    private static Optional<Record> query(String place, Offer offer, String text) {
        if (text.isEmpty() || text.equals("-") || text.equals("*")) {
            return Optional.empty();
        }
        var parameters = text.startsWith("{") ? fromJson(place, text) : fromAddress(text);
        return switch (offer.operation().bind(parameters)) {
            case Binding.Bound bound -> Optional.of(bound.query());
            case Binding.Refused refused ->
                throw new IllegalArgumentException(place + "the query does not fit: "
                        + String.join(
                                "; ",
                                refused.violations().stream()
                                        .map(v -> v.detail())
                                        .toList()));
        };
    }

    private static Map<String, List<String>> fromJson(String place, String text) {
        try {
            var parameters = new LinkedHashMap<String, List<String>>();
            JSON.readTree(text)
                    .properties()
                    .forEach(
                            p -> parameters.put(p.getKey(), List.of(p.getValue().asString())));
            return parameters;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(place + "the query is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, List<String>> fromAddress(String text) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String columns() {
        return COLUMNS + " columns: provider, operation, query, status, file";
    }
}
