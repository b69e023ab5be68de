package dev.universalapi.search.exam;

import dev.universalapi.search.intent.classifier.Classifier;
import dev.universalapi.search.intent.classifier.Example;
import dev.universalapi.search.intent.classifier.Guess;
import dev.universalapi.search.intent.classifier.Reading;
import dev.universalapi.search.intent.classifier.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same way of learning on a set of others, CLINC150: 150 intents, and texts out of their scope.
final class Clinc {
    private static final String FILE = "data_full.json";
    private static final int STEPS = 100;
    /// What a threshold is chosen by: how much those in scope count, and those out of it.
    private static final double IN_SCOPE = 0.7;

    private final JsonNode data;

    private Clinc(JsonNode data) {
        this.data = data;
    }

    /// What a classifier makes of texts in scope and out of it.
    private record Paper(List<Boolean> right, List<Guess> inside, List<Guess> outside) {
        double accuracy() {
            return rightAbove(0);
        }

        double rightAbove(double threshold) {
            var count = 0;
            for (var at = 0; at < inside.size(); at++) {
                count += right.get(at) && inside.get(at).probability() >= threshold ? 1 : 0;
            }
            return (double) count / inside.size();
        }

        double refusedBelow(double threshold) {
            return (double) outside.stream()
                            .filter(guess -> guess.probability() < threshold)
                            .count()
                    / outside.size();
        }

        double worth(double threshold) {
            return IN_SCOPE * rightAbove(threshold) + (1 - IN_SCOPE) * refusedBelow(threshold);
        }

        /// The best of a hundred.
        double threshold() {
            var best = 0.0;
            for (var step = 0; step < STEPS; step++) {
                var threshold = (double) step / STEPS;
                best = worth(threshold) > worth(best) ? threshold : best;
            }
            return best;
        }
    }

    static Clinc in(Path folder) throws IOException {
        return new Clinc(new JsonMapper().readTree(folder.resolve(FILE).toFile()));
    }

    /// Learns, chooses a threshold on one part, and tells what it is worth on another.
    void measure(BiConsumer<String, Object> told) {
        var begun = System.nanoTime();
        var classifier = Training.usual().learn(examples("train"), examples("val"));
        told.accept("seconds", (System.nanoTime() - begun) / 1e9);
        var threshold = paper(classifier, "val").threshold();
        var test = paper(classifier, "test");
        told.accept("in-scope", test.accuracy());
        told.accept("threshold", threshold);
        told.accept("in-scope-sure", test.rightAbove(threshold));
        told.accept("out-of-scope", test.refusedBelow(threshold));
    }

    private Paper paper(Classifier classifier, String part) {
        var inside = examples(part);
        var guesses = inside.stream()
                .map(example -> classifier.best(example.reading()))
                .toList();
        var right = inside.stream()
                .map(example -> classifier.best(example.reading()).label().equals(example.label()))
                .toList();
        var outside = examples("oos_" + part).stream()
                .map(example -> classifier.best(example.reading()))
                .toList();
        return new Paper(right, guesses, outside);
    }

    private List<Example> examples(String part) {
        return data.path(part)
                .valueStream()
                .map(pair -> new Example(
                        Reading.of(pair.path(0).asString()), pair.path(1).asString()))
                .toList();
    }
}
