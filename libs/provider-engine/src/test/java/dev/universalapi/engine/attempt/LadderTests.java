package dev.universalapi.engine.attempt;

import static dev.universalapi.engine.attempt.Mountain.DEADLINE;
import static dev.universalapi.engine.attempt.Mountain.outcomes;
import static dev.universalapi.engine.attempt.Mountain.step;
import static dev.universalapi.engine.attempt.Mountain.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.attempt.FakeRung.End;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Next;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.standing.Entry;
import dev.universalapi.engine.standing.Pass;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LadderTests {
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration NEVER = Duration.ofDays(1);

    private final Mountain mountain = new Mountain(1);

    @ParameterizedTest
    @EnumSource
    void goesOnOrEndsAsTheTaxonomySays(Outcome outcome) {
        var tried = mountain.climb(rung("a", outcome), rung("b", Outcome.OK));

        if (outcome.next() == Next.END) {
            assertThat(outcomes(tried)).containsExactly(outcome);
        } else {
            assertThat(outcomes(tried)).containsExactly(outcome, Outcome.OK);
        }
    }

    @Test
    void givesHalfOfWhatRemainsAndTheLastAllOfIt() {
        var rungs = IntStream.range(0, 6)
                .mapToObj(i -> mountain.rung("p" + i, Outcome.OK, NEVER))
                .toArray(FakeRung[]::new);

        var tried = mountain.climb(rungs);

        assertThat(outcomes(tried)).containsExactly(Outcome.TIMEOUT, Outcome.TIMEOUT, Outcome.TIMEOUT, Outcome.TIMEOUT);
        assertThat(List.of(rungs).stream().flatMap(rung -> rung.given.stream()))
                .containsExactly(
                        Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(mountain.time.instant()).isEqualTo(VirtualTime.START.plus(DEADLINE));
    }

    @Test
    void givesTheOnlyOneAllTheTime() {
        var only = rung("a", Outcome.OK);

        mountain.climb(only);

        assertThat(only.given).containsExactly(DEADLINE);
    }

    @Test
    void givesAllTheTimeWhereTheOthersCannotBeAsked() {
        mountain.quotas.headroom.put("spent", new Headroom(0, VirtualTime.START.plusSeconds(9), false));
        var first = rung("a", Outcome.OK);

        mountain.climb(DEADLINE, List.of(step(first), step(mountain.rung("b", "spent", Outcome.OK, SHORT))));

        assertThat(first.given).containsExactly(DEADLINE);
    }

    @Test
    void countsNobodyWhoWasNotCalled() {
        var rungs = new ArrayList<FakeRung>();
        for (var outcome : List.of(
                Outcome.UNSUPPORTED,
                Outcome.UNAVAILABLE,
                Outcome.UNSUPPORTED,
                Outcome.UNAVAILABLE,
                Outcome.UNAVAILABLE,
                Outcome.OK,
                Outcome.OK)) {
            rungs.add(rung("p" + rungs.size(), outcome));
        }

        assertThat(outcomes(mountain.climb(rungs.toArray(FakeRung[]::new))))
                .hasSize(6)
                .endsWith(Outcome.OK);
    }

    @Test
    void asksNobodyWhenNoTimeIsLeft() {
        assertThat(mountain.climb(Duration.ZERO, List.of(step(rung("a", Outcome.OK)))))
                .isEmpty();
        assertThat(mountain.climb(DEADLINE, List.of())).isEmpty();
    }

    @Test
    void outlivesARungThatThrows() {
        var throwing = rung("broken", Outcome.OK);
        throwing.asked = () -> {
            mountain.time.pass(SHORT);
            throw new IllegalStateException("a fault of ours");
        };

        var tried = mountain.climb(throwing, rung("a", Outcome.OK));

        assertThat(outcomes(tried)).containsExactly(Outcome.MALFORMED, Outcome.OK);
        assertThat(tried.getFirst().attempt().millis()).isEqualTo(10);
        assertThat(tried.getFirst().attempt().message()).isEqualTo("the answer could not be read");
        assertThat(mountain.standings.of("broken").room().inFlight()).isZero();
    }

    @Test
    void outlivesQuotasThatThrow() {
        mountain.quotas.broken = true;
        var rung = rung("a", Outcome.OK);

        var tried = mountain.climb(rung);

        assertThat(outcomes(tried)).containsExactly(Outcome.MALFORMED);
        assertThat(rung.given).isEmpty();
        assertThat(mountain.standings.health("a").quality()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEAD_KEY", "RATE_LIMITED", "QUOTA_SPENT"})
    void asksWithTheNextCredentialWhereOneIsRefused(Outcome outcome) {
        var tried = mountain.climb(
                DEADLINE,
                List.of(
                        step(mountain.rung("a", "k1", outcome, SHORT), mountain.rung("a", "k2", Outcome.OK, SHORT)),
                        step(rung("b", Outcome.OK))));

        assertThat(told(tried)).containsExactly("a " + outcome.label(), "a ok");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "TIMEOUT", "UNREACHABLE", "MALFORMED", "DRIFTED", "NOT_FOUND", "UNSUPPORTED"})
    void leavesAProviderThatIsSickWithAnyCredential(Outcome outcome) {
        var tried = mountain.climb(
                DEADLINE,
                List.of(
                        step(mountain.rung("a", "k1", outcome, SHORT), mountain.rung("a", "k2", Outcome.OK, SHORT)),
                        step(rung("b", Outcome.OK))));

        assertThat(told(tried)).containsExactly("a " + outcome.label(), "b ok");
    }

    @Test
    void asksFirstWithTheCredentialThatHasMostLeft() {
        mountain.quotas.headroom.put("k1", new Headroom(0.2, null, false));

        var tried = mountain.climb(
                DEADLINE,
                List.of(step(
                        mountain.rung("a", "k1", Outcome.NOT_FOUND, SHORT),
                        mountain.rung("a", "k2", Outcome.OK, SHORT))));

        assertThat(told(tried)).containsExactly("a ok");
    }

    @Test
    void callsNobodyWhoseQuotaIsSpent() {
        mountain.quotas.left.put("k1", 0);
        var spent = mountain.rung("a", "k1", Outcome.OK, SHORT);

        var tried = mountain.climb(DEADLINE, List.of(step(spent), step(rung("b", Outcome.OK))));

        assertThat(told(tried)).containsExactly("a quota-spent unasked", "b ok");
        assertThat(tried.getFirst().attempt())
                .isEqualTo(new Attempt("a", Outcome.QUOTA_SPENT, 0, null, "nothing is left", 60L, Attempt.UNASKED));
        assertThat(spent.given).isEmpty();
        assertThat(mountain.standings.of("a").room().inFlight()).isZero();
    }

    @Test
    void saysThatAProviderRests() {
        mountain.quotas.left.put("none", 0);
        mountain.quotas.resting = true;

        assertThat(told(mountain.climb(rung("a", Outcome.OK)))).containsExactly("a rate-limited unasked");
    }

    @Test
    void tellsQuotasWhatCameOfEachCall() {
        mountain.climb(rung("a", Outcome.NOT_FOUND), rung("b", Outcome.OK));

        assertThat(mountain.quotas.learnt).containsExactly("none not-found {}", "none ok {tokens=7}");
    }

    @Test
    void needsNeitherQuotaNorStandingForWhatIsMadeWithoutACall() {
        mountain.quotas.left.put("none", 0);
        mountain.quotas.headroom.put("none", new Headroom(0, VirtualTime.START.plusSeconds(9), false));
        var made = rung("b", Outcome.OK);
        made.calls = false;
        var first = rung("a", Outcome.OK);

        var tried = mountain.climb(first, made);

        assertThat(told(tried)).containsExactly("a quota-spent unasked", "b ok");
        assertThat(mountain.quotas.granted).isEmpty();
    }

    @Test
    void doesNotCallThroughAnOpenBreaker() {
        for (var i = 0; i < 5; i++) {
            mountain.climb(rung("a", Outcome.UNAVAILABLE), rung("b", Outcome.OK));
        }
        var sick = rung("a", Outcome.OK);

        var tried = mountain.climb(sick, rung("b", Outcome.OK));

        assertThat(told(tried)).containsExactly("a unavailable unasked", "b ok");
        assertThat(tried.getFirst().attempt().retryAfter()).isBetween(4L, 6L);
        assertThat(sick.given).isEmpty();
    }

    @Test
    void waitsForAPermitOnlyWhereNobodyElseIsLeft() throws InterruptedException {
        hold("a");
        var first = rung("a", Outcome.OK);

        var beside = mountain.climb(first, rung("b", Outcome.OK));
        var before = mountain.time.instant();
        var alone = mountain.climb(first);

        assertThat(told(beside)).containsExactly("a rate-limited unasked", "b ok");
        assertThat(before).isEqualTo(VirtualTime.START.plus(SHORT));
        assertThat(told(alone)).containsExactly("a rate-limited unasked");
        assertThat(alone.getFirst().attempt().millis()).isEqualTo(4000);
        assertThat(alone.getFirst().attempt().message()).isEqualTo("too many calls to it are under way");
    }

    @Test
    void asksWithLessTimeAfterItWaitedForAPermit() throws InterruptedException {
        var held = hold("a");
        var rung = rung("a", Outcome.OK);
        mountain.time.start(() -> {
            try {
                mountain.time.sleep(Duration.ofMillis(500));
                held.getFirst().close();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        var tried = mountain.climb(rung);

        assertThat(told(tried)).containsExactly("a ok");
        assertThat(rung.given).containsExactly(DEADLINE.minusMillis(500));
    }

    @Test
    void endsWhereTheCallerLeavesWhileItWaitsForAPermit() throws InterruptedException {
        hold("a");
        interruptAfter(Duration.ofMillis(100));

        var tried = mountain.climb(rung("a", Outcome.OK));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told(tried)).containsExactly("a cancelled unasked");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UNSUPPORTED"})
    void neverAsksTwiceWhatChangesSomething(Outcome outcome) {
        var first = rung("a", outcome);
        var second = rung("b", Outcome.OK);
        first.once = true;
        second.once = true;

        var tried = mountain.climb(first, second);

        assertThat(outcomes(tried)).containsExactly(outcome);
        assertThat(first.given).hasSize(1);
    }

    @Test
    void asksAnotherToChangeSomethingWhereNobodyTookTheCall() {
        var first = rung("a", Outcome.UNREACHABLE);
        var second = rung("b", Outcome.OK);
        first.once = true;
        first.sent = false;
        second.once = true;

        assertThat(told(mountain.climb(first, second))).containsExactly("a unreachable", "b ok");
    }

    @Test
    void asksAnotherToChangeSomethingWhereNothingLeft() {
        mountain.quotas.left.put("k1", 0);
        var first = mountain.rung("a", "k1", Outcome.OK, SHORT);
        var second = rung("b", Outcome.UNSUPPORTED);
        var third = rung("c", Outcome.OK);
        first.once = true;
        second.once = true;
        third.once = true;

        assertThat(told(mountain.climb(first, second, third)))
                .containsExactly("a quota-spent unasked", "b unsupported", "c ok");
    }

    @Test
    void leavesAProviderAloneAsLongAsItSays() {
        var limited = mountain.rung("a", new End(Outcome.UNAVAILABLE, SHORT, 30L), new End(Outcome.OK, SHORT));
        mountain.climb(limited, rung("b", Outcome.OK));

        mountain.time.pass(Duration.ofSeconds(29));
        var early = mountain.climb(limited, rung("b", Outcome.OK));
        mountain.time.pass(Duration.ofSeconds(1));
        var late = mountain.climb(limited, rung("b", Outcome.OK));

        assertThat(told(early)).containsExactly("a unavailable unasked", "b ok");
        assertThat(early.getFirst().attempt().retryAfter()).isEqualTo(1);
        assertThat(told(late)).containsExactly("a ok");
    }

    private List<Pass> hold(String provider) throws InterruptedException {
        var held = new ArrayList<Pass>();
        while (true) {
            var entry = mountain.standings.of(provider).enter("none", Duration.ZERO);
            switch (entry) {
                case Pass pass -> held.add(pass);
                case Entry.Barred _ -> {
                    return held;
                }
            }
        }
    }

    private void interruptAfter(Duration time) {
        var caller = Thread.currentThread();
        mountain.time.start(() -> {
            try {
                mountain.time.sleep(time);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            caller.interrupt();
        });
    }

    private FakeRung rung(String provider, Outcome outcome) {
        return mountain.rung(provider, outcome, SHORT);
    }
}
