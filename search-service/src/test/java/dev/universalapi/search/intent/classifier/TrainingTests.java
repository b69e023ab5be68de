package dev.universalapi.search.intent.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.search.intent.classifier.Reading.Mark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTests {
    private static final List<Example> FRUIT_AND_TOOLS = List.of(
            example("a ripe apple", "fruit"),
            example("sweet bananas", "fruit"),
            example("pears and cherries", "fruit"),
            example("a heavy hammer", "tool"),
            example("screwdriver set", "tool"),
            example("saws and pliers", "tool"));
    private static final Training SMALL = new Training(1 << 12, 20, 4, 0, 7);

    @Test
    void tellsWhatItLearnt() {
        var classifier = SMALL.learn(FRUIT_AND_TOOLS, 1);

        var guesses = classifier.classify(Reading.of("ripe cherries"));

        assertThat(guesses).extracting(Guess::label).containsExactly("fruit", "tool");
        assertThat(guesses.stream().mapToDouble(Guess::probability).sum()).isBetween(0.999, 1.001);
        assertThat(classifier.best(Reading.of("ripe cherries"))).isEqualTo(guesses.getFirst());
    }

    @Test
    void knowsWordsWithSlipsAndWithoutAccents() {
        var classifier = SMALL.learn(FRUIT_AND_TOOLS, 1);

        var guess = classifier.best(Reading.of("Scréwdrivr"));

        assertThat(guess.label()).isEqualTo("tool");
    }

    @Test
    void countsAMarkInPlaceOfWhatItCovers() {
        var examples = IntStream.range(0, 10)
                .mapToObj(at -> at % 2 == 0
                        ? new Example(new Reading("x" + at, List.of(new Mark(0, 2, "coin"))), "crypto")
                        : example("x" + at, "none"))
                .toList();

        var classifier = SMALL.learn(examples, 1);

        assertThat(classifier
                        .best(new Reading("zz", List.of(new Mark(0, 2, "coin"))))
                        .label())
                .isEqualTo("crypto");
        assertThat(classifier.best(Reading.of("zz")).label()).isEqualTo("none");
    }

    @Test
    void learnsTheSameTwice() throws IOException {
        var once = written(SMALL.learn(FRUIT_AND_TOOLS, 1));

        var again = written(SMALL.learn(FRUIT_AND_TOOLS, 1));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void isLessSureWhereItWasWrong() {
        var wrong = List.of(example("ripe apple", "tool"), example("heavy hammer", "fruit"));

        var classifier = SMALL.learn(FRUIT_AND_TOOLS, wrong);

        assertThat(classifier.temperature()).isGreaterThan(1);
    }

    @Test
    void comesBackFromItsFile() throws IOException {
        var classifier = SMALL.learn(FRUIT_AND_TOOLS, 1.5f);

        var back = ModelFile.read(new ByteArrayInputStream(written(classifier)));

        assertThat(back.classify(Reading.of("a hammer"))).isEqualTo(classifier.classify(Reading.of("a hammer")));
        assertThat(back.temperature()).isEqualTo(1.5f);
    }

    @Test
    void refusesAFileOfAnotherForm() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new java.util.zip.GZIPOutputStream(bytes)) {
            packed.write(new byte[64]);
        }

        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessage("no model of this form");
    }

    @Test
    void tellsSomethingOfNothing() {
        var classifier = SMALL.learn(FRUIT_AND_TOOLS, 1);

        var guess = classifier.best(Reading.of(""));

        assertThat(guess.probability()).isBetween(0.0, 1.0);
    }

    private static Example example(String text, String label) {
        return new Example(Reading.of(text), label);
    }

    private static byte[] written(Classifier classifier) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ModelFile.write(classifier, bytes);
        return bytes.toByteArray();
    }
}
