package dev.universalapi.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Single;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTests {
    private static final String ANSWER = "answer:\n  text: /t\n";

    private static Offer offer(String rules, String ofProvider) {
        return Draft.provider(Draft.HEAD
                        + (ofProvider.isEmpty() ? "" : "refuse:\n" + ofProvider.indent(2))
                        + "operations:\n  trial/any:\n    get: /x\n"
                        + (rules.isEmpty() ? "" : "    refuse:\n" + rules.indent(6))
                        + ANSWER.indent(4))
                .offers()
                .getFirst();
    }

    private static Reading read(String rule, int status, String body) {
        return offer(rule, "").read(AnyValue.NONE, Draft.response(status, body));
    }

    @ParameterizedTest
    @CsvSource({
        "200, ok",
        "204, malformed",
        "301, malformed",
        "304, malformed",
        "400, invalid-input",
        "401, dead-key",
        "402, dead-key",
        "403, dead-key",
        "404, not-found",
        "405, invalid-input",
        "408, unavailable",
        "422, invalid-input",
        "429, rate-limited",
        "451, blocked",
        "500, unavailable",
        "503, unavailable",
        "199, malformed",
        "600, malformed"
    })
    void takesTheStatusByItself(int status, String outcome) {
        var reading = read("", status, status == 204 ? "" : "{\"t\":\"x\"}");

        assertThat(reading.outcome().label()).isEqualTo(outcome);
    }

    @Test
    void takesA404OfAPostForUnavailable() {
        var offer = Draft.offer("trial/any", "post: /x\nonce: true\n" + ANSWER);

        assertThat(offer.once()).isTrue();
        assertThat(offer.read(AnyValue.NONE, Draft.response(404, "{}")).outcome())
                .isEqualTo(Outcome.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    456                       ¦ 456 ¦ {}                     ¦ quota-spent
                    456                       ¦ 456 ¦ <html>                 ¦ quota-spent
                    456                       ¦ 400 ¦ {}                     ¦ invalid-input
                    /e                        ¦ 200 ¦ {"e":true}             ¦ quota-spent
                    /e                        ¦ 200 ¦ {"e":"x"}              ¦ quota-spent
                    /e                        ¦ 200 ¦ {"e":[0]}              ¦ quota-spent
                    /e                        ¦ 200 ¦ {"e":{"x":null}}       ¦ quota-spent
                    /e                        ¦ 200 ¦ {"e":5}                ¦ quota-spent
                    /e                        ¦ 200 ¦ {"e":1e999}            ¦ quota-spent
                    /e                        ¦ 200 ¦ {"e":false}            ¦ ok
                    /e                        ¦ 200 ¦ {"e":0}                ¦ ok
                    /e                        ¦ 200 ¦ {"e":0.00}             ¦ ok
                    /e                        ¦ 200 ¦ {"e":""}               ¦ ok
                    /e                        ¦ 200 ¦ {"e":[]}               ¦ ok
                    /e                        ¦ 200 ¦ {"e":{}}               ¦ ok
                    /e                        ¦ 200 ¦ {"e":null}             ¦ ok
                    /e/*                      ¦ 200 ¦ {"e":[]}               ¦ ok
                    /e/*                      ¦ 200 ¦ {"e":["x"]}            ¦ quota-spent
                    /e                        ¦ 400 ¦ {"e":1}                ¦ quota-spent
                    /e                        ¦ 422 ¦ {"e":1}                ¦ quota-spent
                    /e                        ¦ 429 ¦ {"e":1}                ¦ rate-limited
                    /e                        ¦ 401 ¦ {"e":1}                ¦ dead-key
                    /e                        ¦ 404 ¦ {"e":1}                ¦ not-found
                    /e                        ¦ 500 ¦ {"e":1}                ¦ unavailable
                    /e                        ¦ 200 ¦ not json               ¦ malformed
                    /e                        ¦ 400 ¦ not json               ¦ invalid-input
                    no /t                     ¦ 200 ¦ {}                     ¦ quota-spent
                    no /t                     ¦ 200 ¦ {"t":"x"}              ¦ ok
                    no /t                     ¦ 400 ¦ {}                     ¦ invalid-input
                    no /t                     ¦ 200 ¦ not json               ¦ malformed
                    /c = 5                    ¦ 429 ¦ {"c":5}                ¦ quota-spent
                    /c = 5                    ¦ 200 ¦ {"c":"5.0"}            ¦ quota-spent
                    /c = 5                    ¦ 200 ¦ {"c":50}               ¦ ok
                    /c = 5                    ¦ 200 ¦ {}                     ¦ ok
                    /c = 5                    ¦ 200 ¦ {"c":{"x":5}}          ¦ ok
                    /c = a, Not Found         ¦ 200 ¦ {"c":"Not Found"}      ¦ quota-spent
                    /c = a, Not Found         ¦ 200 ¦ {"c":"not found"}      ¦ ok
                    '/c = "a, b", c'          ¦ 200 ¦ {"c":"a, b"}           ¦ quota-spent
                    '/c = "a, b", c'          ¦ 200 ¦ {"c":"c"}              ¦ quota-spent
                    '/c = "a, b", c'          ¦ 200 ¦ {"c":"a"}              ¦ ok
                    /c = true                 ¦ 200 ¦ {"c":true}             ¦ quota-spent
                    '/d[r=BAD]'               ¦ 400 ¦ {"d":[{"r":"BAD"}]}    ¦ quota-spent
                    '/d[r=BAD]/x = 1'         ¦ 500 ¦ {"d":[{"r":"BAD","x":1}]} ¦ quota-spent
                    / = Error                 ¦ 200 ¦ "Error"                ¦ quota-spent
                    """)
    void holdsAsWritten(String when, int status, String body, String outcome) {
        var quoted = when.startsWith("'") ? when : "'" + when + "'";

        var reading = read("- { when: " + quoted + ", as: quota-spent }", status, body);

        assertThat(reading.outcome().label()).isEqualTo(outcome);
    }

    private static @Nullable String message(Reading reading) {
        return reading instanceof Reading.Failure failure ? failure.message() : null;
    }

    @Test
    void takesTheFirstRuleThatHoldsTheOperationsBeforeTheProvidersAndThoseWithNoLast() {
        var offer = offer(
                "- { when: no /t, as: not-found, message: =operation no }\n- { when: /e = 2, as: unavailable, message: =operation }",
                "- { when: no /t, as: empty }\n- { when: /e = 1, as: dead-key, message: =provider }\n- { when: /e = 2, as: dead-key }");

        assertThat(message(offer.read(AnyValue.NONE, Draft.response(200, "{\"e\":1}"))))
                .isEqualTo("provider");
        assertThat(message(offer.read(AnyValue.NONE, Draft.response(200, "{\"e\":2}"))))
                .isEqualTo("operation");
        assertThat(message(offer.read(AnyValue.NONE, Draft.response(200, "{\"e\":3}"))))
                .isEqualTo("operation no");
    }

    @Test
    void givesTheProvidersMessageCutWhereItIsLong() {
        var rule = "- { when: /e, as: invalid-input, message: /e/m or /e }";

        assertThat(message(read(rule, 400, "{\"e\":{\"m\":\"No.\"}}"))).isEqualTo("No.");
        assertThat(message(read(rule, 400, "{\"e\":{}, \"x\":1}"))).isNull();
        assertThat(message(read(rule, 400, "{\"e\":\"" + "x".repeat(600) + "\"}")))
                .isEqualTo("x".repeat(500) + "…");
        assertThat(message(read(rule, 400, "{\"e\":\"" + "x".repeat(500) + "\"}")))
                .isEqualTo("x".repeat(500));
        assertThat(message(read(rule, 400, "{\"e\":[1]}"))).isNull();
        assertThat(message(read(rule, 400, "{\"e\":7}"))).isEqualTo("7");
    }

    @Test
    void answersEmptyWhereTheContractCanBe() {
        var offer = Draft.offer(
                "trial/listing", "get: /x\nrefuse: { when: /none, as: empty }\nanswer:\n  all: /all\n  next: /next");

        var reading = offer.read(new Single.Listing(), Draft.response(200, "{\"none\":1}"));

        assertThat(reading).isEqualTo(new Reading.Answer(Outcome.EMPTY, new Single.Listing.Answer(List.of(), null), 0));
    }

    @Test
    void readsAnErrorBodyAsJsonWhateverReadsSays() {
        var offer = Draft.offer(
                "trial/any",
                "get: /x\nreads: xml\nrefuse: { when: /e, as: not-found, message: /e }\nanswer:\n  text: /t");

        assertThat(message(offer.read(AnyValue.NONE, Draft.response(400, " {\"e\":\"j\"}"))))
                .isEqualTo("j");
        assertThat(message(offer.read(AnyValue.NONE, Draft.response(200, "<e>x</e>"))))
                .isEqualTo("x");
        assertThat(message(offer.read(AnyValue.NONE, Draft.response(400, "<e>x</e>"))))
                .isEqualTo("x");
        assertThat(offer.read(AnyValue.NONE, Draft.response(400, "{\"e\"")).outcome())
                .isEqualTo(Outcome.INVALID_INPUT);
        assertThat(offer.read(AnyValue.NONE, Draft.response(200, "{\"e\":1}")).outcome())
                .isEqualTo(Outcome.MALFORMED);
    }
}
