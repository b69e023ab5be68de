package dev.universalapi.engine.attempt;

import static dev.universalapi.engine.attempt.Mountain.DEADLINE;
import static dev.universalapi.engine.attempt.Mountain.step;
import static dev.universalapi.engine.attempt.Mountain.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.attempt.FakeRung.End;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.standing.Entry;
import dev.universalapi.engine.standing.Pass;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HedgeTests {
    private static final Duration USUAL = Duration.ofMillis(30);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofMillis(50);

    private final Mountain mountain = new Mountain(1, Efforts.hedges(1, 5));

    @BeforeEach
    void knowTheFirst() {
        know(mountain, 20);
    }

    @Test
    void asksAnotherWhereOneIsSlowerThanUsual() {
        var before = mountain.time.instant();
        var slow = rung("a", Outcome.OK, SLOW);

        var tried = mountain.climb(slow, rung("b", Outcome.OK, SOON));

        assertThat(told(tried)).containsExactly("a cancelled", "b ok hedge");
        assertThat(tried.getFirst().attempt().millis()).isEqualTo(80);
        assertThat(tried.getFirst().attempt().message()).isEqualTo("another was faster");
        assertThat(tried.getLast().answer()).isNotNull();
        assertThat(passed(before)).isEqualTo(USUAL.plus(SOON));
        assertThat(slow.given).containsExactly(DEADLINE.dividedBy(2));
    }

    @Test
    void holdsNothingAgainstTheOneThatWasSlower() {
        mountain.climb(rung("a", Outcome.OK, SLOW), rung("b", Outcome.OK, SOON));

        assertThat(mountain.standings.health("a").errorRate()).isZero();
        assertThat(mountain.standings.health("a").p95Millis()).isEqualTo(30);
        assertThat(mountain.standings.of("a").room().inFlight()).isZero();
        assertThat(mountain.time.waiting()).isZero();
        assertThat(mountain.quotas.learnt).endsWith("none ok {tokens=7}", "none cancelled {}");
    }

    @Test
    void takesTheFirstWhereItIsFasterAfterAll() {
        var second = rung("b", Outcome.OK, SLOW);

        var tried = mountain.climb(rung("a", Outcome.OK, SOON), second);

        assertThat(told(tried)).containsExactly("b cancelled hedge", "a ok");
        assertThat(tried.getFirst().attempt().millis()).isEqualTo(20);
        assertThat(second.given).containsExactly(DEADLINE.minus(USUAL));
    }

    @Test
    void asksNobodyElseWhereItIsNotSlower() {
        assertThat(told(mountain.climb(rung("a", Outcome.OK, USUAL.minusMillis(1)), rung("b", Outcome.OK, SOON))))
                .containsExactly("a ok");
    }

    @Test
    void callsNobodySlowSoonerThanTheFloor() {
        var quick = new Mountain(1, Efforts.hedges(1, 5));
        for (var i = 0; i < 20; i++) {
            quick.climb(quick.rung("a", Outcome.OK, Duration.ofMillis(2)));
        }

        assertThat(told(quick.climb(
                        quick.rung("a", Outcome.OK, Duration.ofMillis(19)), quick.rung("b", Outcome.OK, SOON))))
                .containsExactly("a ok");
        assertThat(told(quick.climb(
                        quick.rung("a", Outcome.OK, Duration.ofMillis(21)), quick.rung("b", Outcome.OK, SOON))))
                .containsExactly("b cancelled hedge", "a ok");
    }

    @Test
    void waitsForTheSecondWhereTheFirstFails() {
        var tried = mountain.climb(
                rung("a", Outcome.UNAVAILABLE, Duration.ofMillis(40)),
                rung("b", Outcome.OK, SOON),
                rung("c", Outcome.OK, SOON));

        assertThat(told(tried)).containsExactly("a unavailable", "b ok hedge");
    }

    @Test
    void waitsForTheFirstWhereTheSecondFails() {
        var tried = mountain.climb(
                rung("a", Outcome.OK, Duration.ofMillis(200)),
                rung("b", Outcome.UNAVAILABLE, SOON),
                rung("c", Outcome.OK, SOON));

        assertThat(told(tried)).containsExactly("b unavailable hedge", "a ok");
    }

    @Test
    void asksAThirdWhereBothFail() {
        var tried = mountain.climb(
                rung("a", Outcome.MALFORMED, Duration.ofMillis(200)),
                rung("b", Outcome.UNAVAILABLE, SOON),
                rung("c", Outcome.OK, SOON));

        assertThat(told(tried)).containsExactly("b unavailable hedge", "a malformed", "c ok");
    }

    @Test
    void asksNobodyAgainWhileASecondIsUnderWay() {
        var tried = mountain.climb(
                rung("a", Outcome.UNAVAILABLE, Duration.ofMillis(40)), rung("b", Outcome.UNAVAILABLE, SOON));

        assertThat(told(tried)).containsExactly("a unavailable", "b unavailable hedge");
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_INPUT", "BLOCKED", "EMPTY"})
    void endsAtAnyEnd(Outcome end) {
        var tried = mountain.climb(rung("a", Outcome.OK, SLOW), rung("b", end, SOON));

        assertThat(told(tried)).containsExactly("a cancelled", "b " + end.label() + " hedge");
    }

    @Test
    void goesOnWithTheNextCredentialOfTheSecond() {
        var tried = mountain.climb(
                DEADLINE,
                List.of(
                        step(rung("a", Outcome.MALFORMED, Duration.ofMillis(200))),
                        step(
                                mountain.rung("b", "k1", Outcome.DEAD_KEY, SOON),
                                mountain.rung("b", "k2", Outcome.OK, SOON))));

        assertThat(told(tried)).containsExactly("b dead-key hedge", "a malformed", "b ok");
    }

    @Test
    void doesNotTakeAnotherCredentialForAnotherProvider() {
        var tried = mountain.climb(
                DEADLINE, List.of(step(rung("a", Outcome.OK, SLOW), mountain.rung("a", "k2", Outcome.OK, SOON))));

        assertThat(told(tried)).containsExactly("a ok");
    }

    @Test
    void passesOverWhoCannotBeAsked() {
        mountain.quotas.headroom.put(
                "spent",
                new dev.universalapi.engine.quota.Headroom(
                        0, mountain.time.instant().plusSeconds(99), true));

        var tried = mountain.climb(
                DEADLINE,
                List.of(
                        step(rung("a", Outcome.OK, SLOW)),
                        step(mountain.rung("b", "spent", Outcome.OK, SOON)),
                        step(rung("c", Outcome.OK, SOON))));

        assertThat(told(tried)).containsExactly("a cancelled", "c ok hedge");
    }

    @Test
    void saysWhereTheSecondHadNoPermit() throws InterruptedException {
        while (mountain.standings.of("b").enter("none", Duration.ZERO) instanceof Pass) {
            assertThat(mountain.standings.of("b").room().limit()).isPositive();
        }

        var tried = mountain.climb(rung("a", Outcome.OK, SLOW), rung("b", Outcome.OK, SOON));

        assertThat(mountain.standings.of("b").enter("none", Duration.ZERO)).isInstanceOf(Entry.Barred.class);
        assertThat(told(tried)).containsExactly("b rate-limited unasked", "a ok");
    }

    @Test
    void neverDoublesWhatChangesSomething() {
        var first = rung("a", Outcome.OK, SLOW);
        first.once = true;
        var second = rung("b", Outcome.OK, SOON);
        second.once = true;

        assertThat(told(mountain.climb(first, rung("b", Outcome.OK, SOON)))).containsExactly("a ok");
        assertThat(told(mountain.climb(rung("a", Outcome.OK, SLOW), second))).containsExactly("a ok");
    }

    @Test
    void doublesNoCallWithWhatIsMadeWithoutACall() {
        var made = rung("b", Outcome.OK, SOON);
        made.calls = false;

        assertThat(told(mountain.climb(rung("a", Outcome.OK, SLOW), made))).containsExactly("a ok");
    }

    @Test
    void doublesNothingOfAProviderThatIsHardlyKnown() {
        var fresh = new Mountain(1, Efforts.hedges(1, 5));
        know(fresh, 19);

        var tried = fresh.climb(fresh.rung("a", Outcome.OK, SLOW), fresh.rung("b", Outcome.OK, SOON));

        assertThat(told(tried)).containsExactly("a ok");
    }

    @Test
    void doublesNothingWhereTheTimeIsUpBefore() {
        var steps = List.of(step(rung("a", Outcome.OK, SLOW)), step(rung("b", Outcome.OK, SOON)));

        assertThat(told(mountain.climb(Duration.ofMillis(60), steps))).containsExactly("a timeout", "b timeout");
    }

    @Test
    void doublesNothingWhereNoSecondCallIsAllowed() {
        var tried = mountain.climb(
                rung("x", Outcome.MALFORMED, SOON),
                rung("y", Outcome.MALFORMED, SOON),
                rung("z", Outcome.MALFORMED, SOON),
                rung("a", Outcome.OK, SLOW),
                rung("b", Outcome.OK, SOON));

        assertThat(told(tried)).endsWith("a ok").hasSize(4);
    }

    @Test
    void doublesTwoInAHundredAndNoMore() {
        var scarce = new Mountain(1, Efforts.hedges(0.02, 5));
        know(scarce, 20);
        var hedges = 0;

        for (var i = 0; i < 980; i++) {
            var tried = scarce.climb(
                    scarce.rung("a", Outcome.OK, Duration.ofMillis(100)), scarce.rung("b", Outcome.OK, SLOW));
            hedges += tried.size() - 1;
            know(scarce, 0);
        }

        assertThat(hedges).isPositive().isLessThanOrEqualTo(20);
    }

    @Test
    void savesUpNoMoreThanABurst() {
        know(mountain, 100);
        mountain.effort = Efforts.hedges(0, 5);
        var hedges = 0;

        for (var i = 0; i < 10; i++) {
            hedges += mountain.climb(rung("a", Outcome.OK, SOON), rung("b", Outcome.OK, SLOW))
                            .size()
                    - 1;
        }

        assertThat(hedges).isEqualTo(5);
    }

    @Test
    void leavesBothWhereTheCallerLeaves() throws InterruptedException {
        var caller = Thread.currentThread();
        mountain.time.start(() -> {
            try {
                mountain.time.sleep(Duration.ofMillis(60));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            caller.interrupt();
        });

        var tried = mountain.climb(rung("a", Outcome.OK, SLOW), rung("b", Outcome.OK, SLOW));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told(tried)).containsExactly("a cancelled", "b cancelled hedge");
        assertThat(tried.getFirst().attempt().message()).isEqualTo("the caller left");
        mountain.time.sleep(Duration.ofMillis(1));
        assertThat(mountain.time.waiting()).isZero();
        assertThat(mountain.standings.of("a").room().inFlight()).isZero();
        assertThat(mountain.standings.of("b").room().inFlight()).isZero();
    }

    @Test
    void waitsForNobodyWhoDoesNotEndInTime() {
        var first = rung("a", Outcome.OK, Duration.ofSeconds(90));
        first.deaf = true;
        var second = rung("b", Outcome.OK, Duration.ofSeconds(90));
        second.deaf = true;
        var before = mountain.time.instant();

        var tried = mountain.climb(first, second);

        assertThat(told(tried)).containsExactly("a timeout", "b timeout hedge");
        assertThat(tried.getFirst().attempt().message()).isEqualTo("no answer in its time");
        assertThat(passed(before)).isBetween(DEADLINE, DEADLINE.plusMillis(40));
    }

    @Test
    void outlivesAnAttemptThatBreaksDown() {
        var broken = rung("a", Outcome.OK, SLOW);
        broken.asked = () -> {
            throw new StackOverflowError("not real");
        };

        var tried = mountain.climb(broken, rung("b", Outcome.OK, SOON));

        assertThat(told(tried)).containsExactly("a malformed", "b ok");
        assertThat(mountain.standings.of("a").room().inFlight()).isZero();
    }

    private static void know(Mountain mountain, int calls) {
        for (var i = 0; i < calls; i++) {
            mountain.climb(mountain.rung("a", new End(Outcome.OK, USUAL)));
        }
    }

    private Duration passed(java.time.Instant before) {
        return Duration.between(before, mountain.time.instant());
    }

    private FakeRung rung(String provider, Outcome outcome, Duration takes) {
        return mountain.rung(provider, outcome, takes);
    }
}
