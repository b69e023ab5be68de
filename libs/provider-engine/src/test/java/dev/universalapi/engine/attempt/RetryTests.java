package dev.universalapi.engine.attempt;

import static dev.universalapi.engine.attempt.Mountain.DEADLINE;
import static dev.universalapi.engine.attempt.Mountain.step;
import static dev.universalapi.engine.attempt.Mountain.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.attempt.FakeRung.End;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetryTests {
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final End OK = new End(Outcome.OK, SHORT);

    private final Mountain mountain = new Mountain(1);

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "UNREACHABLE"})
    void asksTheLastProviderOnceMore(Outcome outcome) {
        var tried = mountain.climb(mountain.rung("a", new End(outcome, SHORT), OK));

        assertThat(told(tried)).containsExactly("a " + outcome.label(), "a ok retry");
        assertThat(tried.getLast().answer()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UNAVAILABLE", "UNREACHABLE"})
    void asksOnceWhereAskingAgainChangesNothing(Outcome outcome) {
        assertThat(told(mountain.climb(mountain.rung("a", new End(outcome, SHORT), OK))))
                .containsExactly("a " + outcome.label());
    }

    @Test
    void doesNotAskAThirdTime() {
        assertThat(told(mountain.climb(mountain.rung("a", Outcome.UNAVAILABLE, SHORT))))
                .containsExactly("a unavailable", "a unavailable retry");
    }

    @Test
    void waitsBetweenWithFullJitter() {
        var waits = new HashSet<Long>();

        for (var seed = 0; seed < 200; seed++) {
            var one = new Mountain(seed);
            one.climb(one.rung("a", new End(Outcome.UNAVAILABLE, SHORT), OK));
            waits.add(one.time.millis() - VirtualTime.START.toEpochMilli() - 20);
        }

        assertThat(waits).allMatch(wait -> wait >= 50 && wait <= 400).hasSizeGreaterThan(50);
        assertThat(waits).anyMatch(wait -> wait < 90).anyMatch(wait -> wait > 360);
    }

    @Test
    void doesNotAskAgainWhoSaidWhenToComeBack() {
        assertThat(told(mountain.climb(mountain.rung("a", new End(Outcome.UNAVAILABLE, SHORT, 1L), OK))))
                .containsExactly("a unavailable");
    }

    @Test
    void asksAnotherWhereThereIsOne() {
        var tried = mountain.climb(
                mountain.rung("a", new End(Outcome.UNREACHABLE, SHORT), OK), mountain.rung("b", Outcome.OK, SHORT));

        assertThat(told(tried)).containsExactly("a unreachable", "b ok");
    }

    @Test
    void asksTheSameWhereTheOthersCannotBeAsked() {
        mountain.quotas.headroom.put("spent", new Headroom(0, VirtualTime.START.plusSeconds(9), false));

        var tried = mountain.climb(
                DEADLINE,
                List.of(
                        step(mountain.rung("a", new End(Outcome.UNREACHABLE, SHORT), OK)),
                        step(mountain.rung("b", "spent", Outcome.OK, SHORT))));

        assertThat(told(tried)).containsExactly("a unreachable", "a ok retry");
    }

    @Test
    void doesNotAskAgainWhereNoTimeIsLeft() {
        var tried = mountain.climb(
                Duration.ofMillis(40), List.of(step(mountain.rung("a", new End(Outcome.UNAVAILABLE, SHORT), OK))));

        assertThat(told(tried)).containsExactly("a unavailable");
        assertThat(mountain.time.instant()).isEqualTo(VirtualTime.START.plus(SHORT));
    }

    @Test
    void doesNotCallAFifthTime() {
        var rungs = IntStream.range(0, 4)
                .mapToObj(i -> mountain.rung("p" + i, Outcome.UNAVAILABLE, SHORT))
                .toArray(FakeRung[]::new);

        assertThat(mountain.climb(rungs))
                .hasSize(4)
                .allMatch(one -> one.attempt().as() == null);
    }

    @Test
    void asksAgainWithinABudgetOfTheProcess() {
        var scarce = new Mountain(1, Efforts.retries(0.15, 0));

        var retries = IntStream.range(0, 100)
                .map(i -> scarce.climb(scarce.rung("p" + i, Outcome.UNAVAILABLE, SHORT))
                                .size()
                        - 1)
                .sum();

        assertThat(retries).isEqualTo(15);
    }

    @Test
    void mayAlwaysAskAgainAFewTimesASecond() {
        var scarce = new Mountain(1, Efforts.retries(0, 2));

        var sizes = IntStream.range(0, 6)
                .map(i -> scarce.climb(
                                Duration.ofMillis(400),
                                List.of(step(new FakeRung(
                                        scarce.time,
                                        "p" + i,
                                        "none",
                                        () -> new End(Outcome.UNAVAILABLE, Duration.ZERO)))))
                        .size())
                .toArray();

        assertThat(IntStream.of(sizes).limit(2)).containsExactly(2, 2);
        assertThat(IntStream.of(sizes).sum() - sizes.length).isBetween(2, 4);
    }

    @Test
    void endsWhereTheCallerLeavesInBetween() {
        var caller = Thread.currentThread();
        mountain.time.start(() -> {
            try {
                mountain.time.sleep(Duration.ofMillis(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            caller.interrupt();
        });

        var tried = mountain.climb(mountain.rung("a", new End(Outcome.UNAVAILABLE, SHORT), OK));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told(tried)).containsExactly("a unavailable");
        assertThat(mountain.time.instant()).isEqualTo(VirtualTime.START.plusMillis(30));
    }
}
