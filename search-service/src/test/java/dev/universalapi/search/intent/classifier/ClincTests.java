package dev.universalapi.search.intent.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same classifier on CLINC150: 150 intents of assistants, in English, with queries that have none of them.
@EnabledIfSystemProperty(named = "universal.eval", matches = ".+", disabledReason = "names no folder with clinc150")
class ClincTests {
    private static final double THRESHOLD = 0.6;

    @Test
    void tellsOneOf150Intents() throws IOException {
        var file = Path.of(System.getProperty("universal.eval"), "clinc150", "data_full.json");
        var sets = JsonMapper.shared().readTree(Files.readString(file));

        var classifier = Training.usual().learn(examples(sets.get("train")), examples(sets.get("val")));

        var test = examples(sets.get("test"));
        var outside = examples(sets.get("oos_test"));
        var right = test.stream()
                .filter(example -> classifier.best(example.reading()).label().equals(example.label()))
                .count();
        var refused = outside.stream()
                .filter(example -> classifier.best(example.reading()).probability() < THRESHOLD)
                .count();
        assertThat((double) right / test.size()).isGreaterThanOrEqualTo(0.92);
        assertThat((double) refused / outside.size()).isGreaterThanOrEqualTo(0.7);
    }

    private static List<Example> examples(JsonNode set) {
        var examples = new ArrayList<Example>();
        for (var pair : set) {
            examples.add(
                    new Example(Reading.of(pair.get(0).asString()), pair.get(1).asString()));
        }
        return examples;
    }
}
