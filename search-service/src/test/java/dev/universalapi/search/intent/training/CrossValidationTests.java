package dev.universalapi.search.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.classifier.Example;
import dev.universalapi.search.intent.classifier.Training;
import dev.universalapi.search.intent.slot.Slots;
import dev.universalapi.search.intent.training.Examples.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How well lines of the training set are understood that were left out of it.
class CrossValidationTests {
    private static final Path FOLDER = Path.of("src/main/intent");
    private static final int FOLDS = 5;
    private static final Training LIGHT = new Training(1 << 17, 6, 4, 0.0002f, 1);

    @Test
    void understandsLinesThatWereLeftOut() throws IOException {
        var queries = new ArrayList<>(Query.read(FOLDER.resolve("training.tsv")));
        Collections.shuffle(queries, new Random(1));
        var lines = queries.size();
        queries.addAll(Topics.read(FOLDER.resolve("topics.tsv")));
        var slots = Slots.load();
        var texts = Examples.texts(queries, Lexicon.read(FOLDER.resolve("lexicon.tsv")));
        var examples = texts.stream().map(text -> Examples.intent(text, slots)).toList();

        var right = IntStream.range(0, FOLDS)
                .map(fold -> rightOf(fold, lines, texts, examples))
                .sum();

        var asked = (int) texts.stream()
                .filter(text -> text.line() < lines)
                .map(Text::line)
                .distinct()
                .count();
        assertThat(right).isGreaterThan(asked * 90 / 100);
    }

    /// Counts the left-out lines that are understood; of each the text that has the placeholders filled and nothing
    /// else.
    private static int rightOf(int fold, int lines, List<Text> texts, List<Example> examples) {
        var learnt = new ArrayList<Example>();
        var left = new ArrayList<Example>();
        var last = -1;
        for (var at = 0; at < texts.size(); at++) {
            var line = texts.get(at).line();
            if (line >= lines || line % FOLDS != fold) {
                learnt.add(examples.get(at));
            } else if (line != last) {
                left.add(examples.get(at));
            }
            last = line;
        }
        var classifier = LIGHT.learn(learnt, 1);
        return (int) left.stream()
                .filter(example -> classifier.best(example.reading()).label().equals(example.label()))
                .count();
    }
}
