package dev.universalapi.search.exam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {
    @Test
    void comparesWithoutAccentsSignsAndSilentWords() {
        assertThat(Wording.told("L'Étranger, d'Albert CAMUS !")).isEqualTo("etranger albert camus");
    }

    @Test
    void keepsSignsWhereThereIsNothingElse() {
        assertThat(Wording.words("?!")).isEqualTo("?!");
    }

    @ParameterizedTest
    @CsvSource({
        "rain, rain, true",
        "rain, ruin, true",
        "rain, rains, true",
        "rain, ain, true",
        "rain, rn, false",
        "rain, lain it, false",
        "rain, arin, false",
        "a, b, true",
        "ab, ba, false"
    })
    void tellsOneSlipFromTwo(String one, String other, boolean nearly) {
        assertThat(Wording.nearlyEqual(one, other)).isEqualTo(nearly);
        assertThat(Wording.nearlyEqual(other, one)).isEqualTo(nearly);
    }
}
