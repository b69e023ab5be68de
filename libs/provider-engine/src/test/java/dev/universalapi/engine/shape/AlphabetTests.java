package dev.universalapi.engine.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[a-z]{2}(-[A-Z]{2})?",
                "female|male",
                "10\\.[0-9]{4,9}/[-._;()/:a-zA-Z0-9]+",
                "[^\"\\]]+",
                "[A-Za-z0-9+/]++={0,2}+",
                "(?:[a-z]\\d\\w\\p{L}\\u00e9\\x41)+",
                "[a-z&&[^b]]",
                "[]a]+",
                "(a)\\1",
                "\\pL\\p{Lu}",
                "^tt[0-9]{7,10}$",
            })
    void keepsAQuoteOutWhereNothingLetsItIn(String expression) {
        assertThat(Alphabet.lets(expression, '"')).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*[A-Za-z0-9].*",
                "[^|#<>]+",
                "\\S+",
                "\\P{L}",
                "[ -~]{1,9}",
                "a\"b",
                "\\x22",
                "\\\"",
                "[[a-z]\"]",
                "\\Q\"\\E",
                "\\Qa\\E",
                "(?!\")a",
                "(?<name>a)",
                "(?i)a",
                "[a-z",
                "a\\",
                "a{2",
                "\\p{L",
                "\\u00",
            })
    void letsAQuoteInWhereItMayOrWhereWeCannotTell(String expression) {
        assertThat(Alphabet.lets(expression, '"')).isTrue();
    }
}
