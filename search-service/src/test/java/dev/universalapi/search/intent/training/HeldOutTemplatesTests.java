package dev.universalapi.search.intent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nothing that the classifier can learn from is a held-out query, whatever fills its placeholders. A value or a line
/// that makes one is taken out of the training set, never the other way round.
class HeldOutTemplatesTests {
    private static final Path HELD_OUT = Path.of("src/test/resources/intent/heldout.tsv");
    private static final Path LEARNT = Path.of("src/main/intent");

    @Test
    void noHeldOutQueryCanBeMadeOfWhatIsLearnt() throws IOException {
        var lines = new ArrayList<>(Query.read(LEARNT.resolve("training.tsv")));
        lines.addAll(Topics.read(LEARNT.resolve("topics.tsv")));
        var templates = new Templates(lines, Lexicon.read(LEARNT.resolve("lexicon.tsv")));

        var made = new ArrayList<String>();
        for (var query : Query.read(HELD_OUT)) {
            templates
                    .becoming(query.text(), query.language())
                    .ifPresent(line -> made.add(query.text() + " <- " + line));
        }

        assertThat(lines).hasSizeGreaterThan(6_000);
        assertThat(made).as("what to take out of the training set").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | weather in {place} | Weather in LYON?",
                "en | weather in {place} | please, weather in New York",
                "fr | population de {country} | population du Senegal",
                "fr | population de {country} | population de l’Inde stp",
                "en | pictures of {landmark} | pictures of apple pie",
            })
    void seesWhatALineCanBecome(String language, String line, String text) {
        assertThat(becoming(language, line, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | weather in {place} | weather in Lyon and Paris",
                "en | weather in {place} | the weather in Lyon",
                "en | weather in {place} | weather Lyon in",
                "fr | population de {country} | population le Sénégal",
                "en | {landmark} | apple pie",
            })
    void seesWhatALineCannotBecome(String language, String line, String text) {
        assertThat(becoming(language, line, text)).isFalse();
    }

    private static boolean becoming(String language, String line, String text) {
        var query = new Query(language, line, List.of("any"));
        return new Templates(List.of(query), lexicon()).becoming(text, language).isPresent();
    }

    private static Lexicon lexicon() {
        var written = new ArrayList<>(List.of(
                "place\t*\tLyon|New York|Paris",
                "country\tfr\tle Sénégal|l'Inde",
                "before\t*\tplease,",
                "after\t*\tnow|stp"));
        Filling.ANYTHING.forEach(
                name -> written.add(name + "\t*\ta " + name + (name.equals("dish") ? "|apple pie" : "")));
        return Lexicon.of(written);
    }
}
