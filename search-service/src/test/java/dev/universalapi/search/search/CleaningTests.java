package dev.universalapi.search.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleaningTests {

    @Test
    void takesOutWhatNobodySees() {
        assertThat(Cleaning.clean("  météo\u200B à\u00A0\u2067Lyon\u2069\n\n demain\u0000 "))
                .isEqualTo("météo à Lyon demain");
    }

    @Test
    void bringsLettersIntoOneForm() {
        assertThat(Cleaning.clean("ﬁlm e\u0301te\u0301 １２")).isEqualTo("film été 12");
    }

    @Test
    void takesOutHalfACharacterAndKeepsWholeOnes() {
        assertThat(Cleaning.clean("a\uD83D b\uD83D\uDE00")).isEqualTo("a b\uD83D\uDE00");
    }

    @Test
    void isNothingWhereNothingIsSeen() {
        assertThat(Cleaning.clean("\u200B\u2060\uFEFF \t")).isEmpty();
    }
}
