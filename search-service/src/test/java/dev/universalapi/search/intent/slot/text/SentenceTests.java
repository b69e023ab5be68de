package dev.universalapi.search.intent.slot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTests {
    @ParameterizedTest
    @CsvSource({
        "Saint-Étienne, st etienne",
        "St. Louis, st louis",
        "L’Haÿ-les-Roses, l hay les roses",
        "Côte d'Ivoire, cote d ivoire",
        "Łódź, lodz",
        "Straße, strasse",
        "New York City, new york city"
    })
    void nameIsLookedUpWithoutAccentsAndSigns(String name, String key) {
        assertThat(Sentence.keyOf(name)).isEqualTo(key);
    }

    @Test
    void digitsLettersAndSignsAreParted() {
        var sentence = Sentence.of("1,5k€ in USD");

        assertThat(IntStream.range(0, sentence.size()).mapToObj(sentence::word))
                .containsExactly("1", "5", "k", "€", "in", "usd");
        assertThat(sentence.token(2).gap()).isEqualTo(Gap.GLUED);
    }

    @Test
    void noNameGoesOverACommaOrASlash() {
        var sentence = Sentence.of("Paris, Texas and EUR/USD");

        assertThat(sentence.key(0, 2)).isNull();
        assertThat(sentence.key(3, 2)).isNull();
        assertThat(sentence.key(1, 2)).isEqualTo("texas and");
    }

    @Test
    void nothingIsLookedUpInAnAddressOfTheWeb() {
        var sentence = Sentence.of("see https://paris.fr/lyon now");

        assertThat(sentence.key(2, 1)).isNull();
        assertThat(sentence.key(0, 1)).isEqualTo("see");
    }

    @Test
    void lettersSayNothingWhereAllWordsAreLarge() {
        assertThat(Sentence.of("Weather In Paris Today").mindsLetters()).isFalse();
        assertThat(Sentence.of("WEATHER PARIS").mindsLetters()).isFalse();
        assertThat(Sentence.of("what is said in Paris").mindsLetters()).isTrue();
    }
}
