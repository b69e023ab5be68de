package dev.universalapi.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.trial.AnyValue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Whole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told of one call, whatever came of it. A call takes 40 ms here.
class CallingTests {
    private static final Offer OFFER = Draft.offer(
            "trial/any",
            "get: /x\nrefuse: [ { when: 456, as: quota-spent }, { when: 400, as: invalid-input, message: /m } ]\n"
                    + "answer: { text: /t }");

    private final FakeClock clock = new FakeClock();

    private Calling calling(Offer offer, boolean sandbox, Whole.Sends transport) {
        Whole.Sends slow = request -> {
            clock.pass(Duration.ofMillis(40));
            return transport.send(request);
        };
        return new Calling(offer, AnyValue.NONE, Credential.NONE, new World(new Whole(slow), clock, sandbox));
    }

    private Tried answered(boolean sandbox, int status, String body, String... headers) {
        var named = new HashMap<String, List<String>>();
        for (var i = 0; i < headers.length; i += 2) {
            named.put(headers[i], List.of(headers[i + 1]));
        }
        var response = new EgressResponse(status, named, body.getBytes(StandardCharsets.UTF_8));
        return calling(OFFER, sandbox, _ -> response).ask(Duration.ofSeconds(1));
    }

    private static Attempt attempt(
            Outcome outcome, long millis, @Nullable Integer status, @Nullable String message, @Nullable Long after) {
        return new Attempt("acme", outcome, millis, status, message, after);
    }

    @Test
    void tellsWhoWasAskedAndHowLongItTook() {
        var tried = answered(false, 200, "{\"t\":\"x\"}", "retry-after", "30");

        assertThat(tried.attempt()).isEqualTo(attempt(Outcome.OK, 40, 200, null, null));
        assertThat(tried.answer()).isNotNull();
        assertThat(tried.response()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "429, rate-limited,  30",
        "456, quota-spent,   30",
        "503, unavailable,   30",
        "401, dead-key,      ",
        "400, invalid-input, ",
    })
    void tellsWhenToComeAgainOnlyWhereThatIsMeant(int status, String outcome, @Nullable Long after) {
        var attempt = answered(false, status, "{}", "retry-after", "30").attempt();

        assertThat(attempt.outcome().label()).isEqualTo(outcome);
        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.retryAfter()).isEqualTo(after);
    }

    @Test
    void cutsAMessageThatIsLong() {
        assertThat(answered(false, 400, "{\"m\":\"" + "x".repeat(300) + "\"}")
                        .attempt()
                        .message())
                .isEqualTo("x".repeat(300));
        assertThat(answered(false, 400, "{\"m\":\"" + "x".repeat(301) + "\"}")
                        .attempt()
                        .message())
                .isEqualTo("x".repeat(300) + "…");
    }

    @Test
    void believesTheHeadersOfTheSandboxThereAndNowhereElse() {
        var sample = new String[] {"x-sandbox-sample", "{\"text\":\"y\"}"};
        var refused = new String[] {"x-sandbox-refused", "true"};

        assertThat(answered(true, 200, "{\"t\":\"x\"}", sample).sample()).isEqualTo(Map.of("text", "y"));
        assertThat(answered(true, 200, "{\"t\":\"x\"}").sample()).isNull();
        assertThat(answered(true, 200, "{\"t\":\"x\"}", "x-sandbox-sample", "{").sample())
                .isNull();
        assertThat(answered(false, 200, "{\"t\":\"x\"}", sample).sample()).isNull();
        assertThat(answered(true, 404, "no such query", refused).attempt())
                .isEqualTo(attempt(Outcome.MALFORMED, 40, 404, "no such query", null));
        assertThat(answered(false, 404, "no such query", refused).attempt().outcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN_ADDRESS, unreachable",
        "FORBIDDEN_REQUEST, malformed",
        "UNREACHABLE,       unreachable",
        "TIMEOUT,           timeout",
        "BROKEN_ANSWER,     malformed",
        "CANCELLED,         cancelled",
    })
    void tellsWhyNothingCameAndWhetherAnythingWasSent(EgressException.Kind kind, String outcome) {
        for (var sent : List.of(true, false)) {
            Whole.Sends broken = _ -> {
                throw new EgressException(kind, "because", sent);
            };

            var tried = calling(OFFER, false, broken).ask(Duration.ofSeconds(1));

            assertThat(tried.attempt().outcome().label()).isEqualTo(outcome);
            var attempt = attempt(tried.attempt().outcome(), 40, null, "because", null);
            assertThat(tried).isEqualTo(sent ? Tried.failed(attempt) : Tried.unsent(attempt));
        }
    }

    @Test
    void asksNobodyWhereTheQueryAloneMakesTheAnswer() {
        var composed = Draft.offer("trial/any", "answer: { text: =x }");
        Whole.Sends none = _ -> {
            throw new AssertionError("nobody is to be asked");
        };

        var calling = calling(composed, false, none);
        var tried = calling.ask(Duration.ofSeconds(1));

        assertThat(calling.calls()).isFalse();
        assertThat(tried.attempt()).isEqualTo(attempt(Outcome.OK, 0, null, null, null));
        assertThat(tried.answer()).isNotNull();
    }

    @Test
    void isAsItsOfferSays() {
        var once = calling(Draft.offer("trial/any", "post: /x\nonce: true\nanswer: { text: /t }"), false, _ -> {
            throw new AssertionError("nobody is to be asked");
        });
        var often = calling(OFFER, false, once.world().transport()::send);

        assertThat(once.once()).isTrue();
        assertThat(often.once()).isFalse();
        assertThat(often.calls()).isTrue();
        assertThat(often.provider()).isEqualTo("acme");
        assertThat(often.spends()).isEqualTo(Map.of("requests", 1L));
    }
}
