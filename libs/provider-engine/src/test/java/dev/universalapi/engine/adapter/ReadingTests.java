package dev.universalapi.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Single;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An adapter reads what nothing refused before it, and whatever it does is an answer or an outcome.
class ReadingTests {
    private static final String RULES =
            "refuse: [ { when: /error, as: quota-spent, message: /error }, { when: 456, as: blocked }, { when: no /t, as: not-found } ]\n";

    @Test
    void readsWhatIsInNoTree() {
        var reading = Trials.offer("HeadlinePage").read(Trials.QUERY, Draft.response(200, "<h1 id=x>5</h1>"));

        assertThat(reading)
                .isEqualTo(new Reading.Answer(
                        Outcome.OK, new Single.Answer("x", 4, new Single.Inner("a", null), null), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "301, malformed",
        "400, invalid-input",
        "401, dead-key",
        "404, not-found",
        "408, unavailable",
        "429, rate-limited",
        "451, blocked",
        "500, unavailable",
        "503, unavailable"
    })
    void takesTheStatusBeforeTheAdapterReads(int status, String outcome) {
        var reading = Trials.offer("HeadlinePage").read(Trials.QUERY, Draft.response(status, "<h1 id=x>5</h1>"));

        assertThat(reading.outcome().label()).isEqualTo(outcome);
    }

    @Test
    void takesA404OfAPostForUnavailable() {
        var reading = Trials.offer("OddForm").read(Trials.QUERY, Draft.response(404, ""));

        assertThat(reading.outcome()).isEqualTo(Outcome.UNAVAILABLE);
    }

    @Test
    void takesA404ForNotFoundWhereTheQueryNoLongerFits() {
        var reading = Trials.offer("HeadlinePage").read(new Single(""), Draft.response(404, ""));

        assertThat(reading.outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void takesA404ForNotFoundWhereTheAdapterBreaks() {
        Trials.Sent.SENDS.set(_ -> {
            throw new IllegalStateException("broken");
        });

        var reading = Trials.offer("Sent").read(Trials.QUERY, Draft.response(404, ""));

        assertThat(reading.outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    200 ¦ {"error":"<h1 id=x>5"} ¦ quota-spent
                    400 ¦ {"error":"x"}          ¦ quota-spent
                    429 ¦ {"error":"x"}          ¦ rate-limited
                    456 ¦ <h1 id=x>5             ¦ blocked
                    200 ¦ {"u":"<h1 id=x>5"}     ¦ not-found
                    200 ¦ {"t":"<h1 id=x>5"}     ¦ ok
                    200 ¦ <h1 id=x>5             ¦ ok
                    """)
    void letsTheProvidersRulesGoFirst(int status, String body, String outcome) {
        var offer = Trials.provider(Draft.HEAD + RULES, "HeadlinePage").offers().getFirst();

        var reading = offer.read(Trials.QUERY, Draft.response(status, body));

        assertThat(reading.outcome().label()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    HeadlinePage ¦ nothing        ¦ MALFORMED ¦ this is no page
                    HeadlinePage ¦ <p>            ¦ DRIFTED   ¦ the heading is gone
                    HeadlinePage ¦ <h1 id=x>0     ¦ MALFORMED ¦ the adapter broke: java.lang.IllegalArgumentException: a negative number
                    HeadlinePage ¦ <h1 id=x>99999999999 ¦ MALFORMED ¦ the adapter broke: java.lang.NumberFormatException: For input string: "99999999999"
                    OddForm      ¦ {}             ¦ MALFORMED ¦ the adapter gave no answer of trial/single
                    """)
    void saysWhyThereIsNoAnswer(String adapter, String body, Outcome outcome, String why) {
        var reading = Trials.offer(adapter).read(Trials.QUERY, Draft.response(200, body));

        assertThat(reading).isInstanceOfSatisfying(Reading.Failure.class, failure -> {
            assertThat(failure.outcome()).isEqualTo(outcome);
            assertThat(failure.message()).startsWith(why);
        });
    }
}
