package dev.universalapi.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LadderTests {
    private static final Duration DEADLINE = Duration.ofSeconds(8);
    private static final Duration SHORT = Duration.ofMillis(10);

    private final FakeClock clock = new FakeClock();
    private final Ladder ladder = new Ladder(clock);

    @ParameterizedTest
    @EnumSource
    void goesOnOrEndsAsTheTaxonomySays(Outcome outcome) {
        var rungs = List.of(rung(outcome, SHORT), rung(Outcome.OK, SHORT));

        var tried = outcomes(rungs);

        if (outcome.next() == Next.END) {
            assertThat(tried).containsExactly(outcome);
        } else {
            assertThat(tried).containsExactly(outcome, Outcome.OK);
        }
    }

    @Test
    void givesHalfOfWhatRemainsAndTheLastAllOfIt() {
        var never = Duration.ofDays(1);
        var rungs = IntStream.range(0, 6).mapToObj(_ -> rung(Outcome.OK, never)).toList();

        var tried = outcomes(rungs);

        assertThat(tried).containsExactly(Outcome.TIMEOUT, Outcome.TIMEOUT, Outcome.TIMEOUT, Outcome.TIMEOUT);
        assertThat(rungs.stream().flatMap(rung -> rung.given.stream()))
                .containsExactly(
                        Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(FakeClock.START.plus(DEADLINE));
    }

    @Test
    void givesTheOnlyOneAllTheTime() {
        var only = rung(Outcome.OK, SHORT);

        ladder.climb(List.of(only), FakeClock.START.plus(DEADLINE));

        assertThat(only.given).containsExactly(DEADLINE);
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
            rungs.add(rung(outcome, SHORT));
        }

        assertThat(outcomes(rungs)).hasSize(6).endsWith(Outcome.OK);
    }

    @Test
    void asksNobodyWhenNoTimeIsLeft() {
        assertThat(ladder.climb(List.of(rung(Outcome.OK, SHORT)), FakeClock.START))
                .isEmpty();
        assertThat(ladder.climb(List.of(), FakeClock.START.plus(DEADLINE))).isEmpty();
    }

    @Test
    void outlivesARungThatThrows() {
        var throwing = new Rung() {
            @Override
            public String provider() {
                return "broken";
            }

            @Override
            public Tried ask(Duration timeout) {
                clock.pass(SHORT);
                throw new IllegalStateException("a fault of ours");
            }
        };

        var tried = ladder.climb(List.of(throwing, rung(Outcome.OK, SHORT)), FakeClock.START.plus(DEADLINE));

        assertThat(tried).extracting(one -> one.attempt().outcome()).containsExactly(Outcome.MALFORMED, Outcome.OK);
        assertThat(tried.getFirst().attempt().millis()).isEqualTo(10);
        assertThat(tried.getFirst().attempt().message()).isEqualTo("the answer could not be read");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverCallsTooOftenNorTooLateNorTwiceAfterAnEnd(long seed) {
        var random = new Random(seed);
        var rungs = IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> rung(
                        Outcome.values()[random.nextInt(Outcome.values().length)],
                        Duration.ofMillis(random.nextInt(6000))))
                .toList();

        var tried = outcomes(rungs);

        assertThat(tried.stream().filter(outcome -> outcome != Outcome.UNSUPPORTED))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(clock.instant()).isBeforeOrEqualTo(FakeClock.START.plus(DEADLINE));
        assertThat(tried.stream().limit(Math.max(0, tried.size() - 1)))
                .allMatch(outcome -> outcome.next() == Next.PROVIDER);
        assertThat(rungs.stream().mapToInt(rung -> rung.given.size()).max().orElse(0))
                .isLessThanOrEqualTo(1);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    private List<Outcome> outcomes(List<FakeRung> rungs) {
        return ladder.climb(rungs, FakeClock.START.plus(DEADLINE)).stream()
                .map(tried -> tried.attempt().outcome())
                .toList();
    }

    private FakeRung rung(Outcome outcome, Duration takes) {
        return new FakeRung(clock, outcome, takes);
    }
}
