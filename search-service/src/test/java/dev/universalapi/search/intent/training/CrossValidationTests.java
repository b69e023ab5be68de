package dev.universalapi.search.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.classifier.Classifier;
import dev.universalapi.search.intent.classifier.Example;
import dev.universalapi.search.intent.classifier.Training;
import dev.universalapi.search.intent.slot.Slots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// How well lines of the training set are understood that were left out of it.
class CrossValidationTests {
    private static final Path FOLDER = Path.of("src/main/intent");
    private static final int FOLDS = 5;
    private static final Training LIGHT = new Training(1 << 17, 6, 4, 0.0002f, 1);

    @Test
    void understandsLinesThatWereLeftOut() throws IOException {
        var queries = new ArrayList<>(Query.read(FOLDER.resolve("training.tsv")).stream()
                .filter(query -> query.intents().size() == 1)
                .filter(query -> !query.text().matches("\\{[a-z]+\\}"))
                .toList());
        Collections.shuffle(queries, new Random(1));
        var topics = Topics.read(FOLDER.resolve("topics.tsv"));
        var lexicon = Lexicon.read(FOLDER.resolve("lexicon.tsv"));
        var slots = Slots.load();

        var right = 0;
        var asked = 0;
        for (var fold = 0; fold < FOLDS; fold++) {
            var learnt = new ArrayList<>(topics);
            var left = new ArrayList<Query>();
            for (var at = 0; at < queries.size(); at++) {
                (at % FOLDS == fold ? left : learnt).add(queries.get(at));
            }
            var classifier = LIGHT.learn(Examples.intents(learnt, lexicon, slots), 1);
            var examples = filled(left, lexicon, slots);
            right += count(examples, example -> isRight(classifier, example));
            asked += examples.size();
        }

        assertThat((double) right / asked).isGreaterThan(0.90);
    }

    /// Every query once, as it stands.
    private static List<Example> filled(List<Query> queries, Lexicon lexicon, Slots slots) {
        var filling = new Filling(lexicon, new Random(8));
        return queries.stream()
                .map(query -> new Examples.Text(filling.fill(query), query))
                .map(made -> new Example(
                        Examples.read(made, slots), made.query().intents().getFirst()))
                .toList();
    }

    private static int count(List<Example> examples, Predicate<Example> wanted) {
        return (int) examples.stream().filter(wanted).count();
    }

    private static boolean isRight(Classifier classifier, Example example) {
        return classifier.best(example.reading()).label().equals(example.label());
    }
}
