package dev.universalapi.search.fusion.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTests {
    @ParameterizedTest
    @CsvSource({
        "<b>Bold</b> words, Bold words",
        "caf&eacute; &amp; bar, café & bar",
        "a <i>small</i>   step, a small step",
        "3 < 4 and 5 > 4, 3 < 4 and 5 > 4",
        "one<br/>two, one two"
    })
    void leavesTheText(String marked, String plain) {
        assertThat(Plain.of(marked)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<<b>script>alert(1)",
                "<scr<b>ipt>alert(1)</scr</b>ipt>",
                "<img src=x onerror=alert(1)",
                "<\u0000script>",
                "<!-- x --><svg/onload=1>"
            })
    void leavesNothingThatOpensATag(String marked) {
        assertThat(Plain.of(marked)).doesNotContainPattern("<[\\p{L}/!?]");
    }

    @Test
    void leavesOutWhatTurnsTheDirectionOfReading() {
        assertThat(Plain.of("abc\u202Edef\u0007")).isEqualTo("abcdef");
    }
}
