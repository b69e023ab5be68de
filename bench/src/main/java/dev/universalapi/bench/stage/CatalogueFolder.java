package dev.universalapi.bench.stage;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The catalogue as files, read by the proof on its own so that it does not believe the engine.
public final class CatalogueFolder {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// Three a category, which know every question of the proofs. What all the others make of every fault is the
    /// subject of the sandbox's own tests, and of the proof `catalogue`.
    private static final Set<String> STRUCK = Set.of(
            "open-meteo",
            "met-norway",
            "weatherapi",
            "open-er-api",
            "frankfurter",
            "european-central-bank",
            "jokeapi",
            "icanhazdadjoke",
            "chucknorris");

    private final List<Expectation> expectations;

    private CatalogueFolder(List<Expectation> expectations) {
        this.expectations = expectations;
    }

    /// A recorded question and the answer it must give.
    public record Expectation(String provider, String operation, JsonNode query, JsonNode answer) {

        /// The address below the gateway, parameters included.
        public String path() {
            return query.properties().stream()
                    .map(entry ->
                            entry.getKey() + "=" + URLEncoder.encode(written(entry.getValue()), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&", "/api/" + operation + "?", ""));
        }

        private static String written(JsonNode value) {
            return value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                    : value.asString();
        }
    }

    public static CatalogueFolder read(Path project) throws IOException {
        var found = new ArrayList<Expectation>();
        try (var folders = Files.list(project.resolve("providers/catalogue"))) {
            for (var folder : folders.sorted().toList()) {
                for (var sample : YAML.readTree(folder.resolve("samples.yml").toFile())) {
                    if (sample.has("answer")) {
                        found.add(new Expectation(
                                folder.getFileName().toString(),
                                sample.get("operation").asString(),
                                sample.get("query"),
                                sample.get("answer")));
                    }
                }
            }
        }
        return new CatalogueFolder(found);
    }

    /// Those of them that proofs strike with faults.
    public List<Expectation> struck(String operation) {
        return firstOfEach(operation).stream()
                .filter(expectation -> STRUCK.contains(expectation.provider()))
                .toList();
    }

    /// The first expected answer of each provider, by operation.
    public List<Expectation> firstOfEach(String operation) {
        return expectations.stream()
                .filter(expectation -> expectation.operation().equals(operation))
                .collect(Collectors.toMap(Expectation::provider, e -> e, (first, _) -> first, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    public List<String> operations() {
        return expectations.stream()
                .map(Expectation::operation)
                .distinct()
                .sorted()
                .toList();
    }
}
