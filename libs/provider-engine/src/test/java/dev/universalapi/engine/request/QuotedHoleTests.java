package dev.universalapi.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.MistakeException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A hole in quotes whose value may end them.
class QuotedHoleTests {

    /// Texts that hold a quote, and values that cannot.
    record Asked(
            String text,
            @Matches("[A-Z]{2}") String country,
            @Matches("[^|]+") String title,
            int year,
            Mood mood,
            @Nullable List<String> tags,
            @Nullable List<Integer> years) {}

    enum Mood {
        GOOD
    }

    private static boolean open(String text) throws MistakeException {
        var words = Vocabulary.of(Shape.of(Asked.class), Map.of())
                .with(List.of(new Expression.Told("taken", false)))
                .forRequests();
        return Texts.endsQuotes(Expressions.template(text, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"{text}\"",
                "a:\"{title}\"",
                "\"{country} {text | words}\" \"{text}\"",
                "\"{tags}\"",
                "\"{taken}\"",
                "\"{country or text}\"",
                "\"{text | words or text}\"",
                "\"{text | upper}\"",
            })
    void isWarnedOf(String text) throws MistakeException {
        assertThat(open(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{text}",
                "\"{text | words}\"",
                "\"{country}\"",
                "\"{country | lower}\"",
                "\"{year}\"",
                "\"{mood}\"",
                "\"{years}\"",
                "\"{country or =FR}\"",
                "\"{text | url}\"",
                "\"a\" {text}\"",
            })
    void isNotWhereNoQuoteGetsIn(String text) throws MistakeException {
        assertThat(open(text)).isFalse();
    }
}
