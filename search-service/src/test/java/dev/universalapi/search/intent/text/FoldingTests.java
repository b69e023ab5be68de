package dev.universalapi.search.intent.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {
    @ParameterizedTest
    @CsvSource({
        "Lyon, lyon",
        "ÉTÉ, ete",
        "Œuvre, oeuvre",
        "ÆØŁß Ñandú, aeolss nandu",
        "Đakovo, dakovo",
        "Iğdır, igdir",
        "İzmir, izmir",
        "ﬁn, fin"
    })
    void writesTwoSpellingsAlike(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    void leavesNothingOfMarksAlone() {
        assertThat(Folding.fold("\u0301")).isEmpty();
    }
}
