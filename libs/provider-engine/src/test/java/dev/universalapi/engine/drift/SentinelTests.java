package dev.universalapi.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentinelTests {
    private static final String GOOD = "{\"name\":\"a\",\"size\":1}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
    private final List<Drift> alarms = new ArrayList<>();
    private final Sentinel sentinel = new Sentinel(now::get, alarms::add);
    private final Offer offer =
            Draft.offer("trial/single", "get: /\nanswer: { id: /name, number: /size, inner: { a: /name } }");

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private void see(Outcome outcome, String body) {
        sentinel.see(offer, outcome, "value: /name is absent", response(body));
    }

    private static EgressResponse response(String body) {
        return Draft.response(200, body);
    }

    @Test
    void raisesARequiredMemberThatIsGone() {
        see(Outcome.OK, GOOD);

        see(Outcome.DRIFTED, "{\"title\":\"a\",\"size\":1}");

        assertThat(alarms)
                .containsExactly(new Drift(
                        "acme",
                        offer.operation().path(),
                        "value: /name is absent",
                        List.of("/name is gone"),
                        now.get()));
        assertThat(sentinel.drift(offer)).contains(alarms.getFirst());
    }

    @Test
    void raisesAMemberOfAnotherKind() {
        see(Outcome.OK, GOOD);

        see(Outcome.MALFORMED, "{\"name\":{\"text\":\"a\"},\"size\":1}");

        assertThat(alarms).singleElement().extracting(Drift::changes).isEqualTo(List.of("/name was text, is object"));
    }

    @Test
    void isCalmAboutOneOddValueAndAboutWhatCannotBeRead() {
        see(Outcome.OK, GOOD);

        see(Outcome.MALFORMED, "{\"name\":\"odd\",\"size\":2}");
        see(Outcome.MALFORMED, "{\"name\":");
        see(Outcome.DRIFTED, "\"text\"");

        assertThat(alarms).isEmpty();
    }

    @Test
    void tellsOnceAnHour() {
        see(Outcome.DRIFTED, "{}");
        see(Outcome.DRIFTED, "{}");
        pass(Duration.ofMinutes(59));
        see(Outcome.DRIFTED, "{}");
        assertThat(alarms).hasSize(1);

        pass(Duration.ofMinutes(2));
        see(Outcome.DRIFTED, "{}");

        assertThat(alarms).hasSize(2);
        assertThat(alarms.getFirst().changes()).isEmpty();
    }

    @Test
    void isOverWithTheNextGoodAnswer() {
        see(Outcome.OK, GOOD);
        see(Outcome.DRIFTED, "{}");

        see(Outcome.OK, GOOD);

        assertThat(sentinel.drift(offer)).isEmpty();
        see(Outcome.DRIFTED, "{}");
        assertThat(alarms).hasSize(2);
    }

    @Test
    void looksAtOneGoodAnswerAMinute() {
        see(Outcome.OK, GOOD);
        var first = sentinel.fingerprint(offer);

        see(Outcome.OK, "{\"name\":\"a\"}");
        assertThat(sentinel.fingerprint(offer)).isEqualTo(first).isPresent();
        pass(Duration.ofMinutes(2));
        see(Outcome.OK, "{\"name\":\"a\"}");

        assertThat(sentinel.fingerprint(offer)).isPresent().isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"OK", "DRIFTED", "MALFORMED"},
            mode = EnumSource.Mode.EXCLUDE)
    void looksAtNothingElse(Outcome outcome) {
        see(outcome, GOOD);

        assertThat(sentinel.fingerprint(offer)).isEmpty();
        assertThat(alarms).isEmpty();
    }
}
