package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.standing.Health.Breaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Where the traffic goes while one of three providers gets slow, then sick, then well again: shares of who is asked
/// first.
class TrafficTests {
    private static final int CHOICES = 5_000;
    private static final Offset<Double> ROUGHLY = Offset.offset(0.03);
    private static final Someone FAST = Someone.known("b", 100);
    private static final Someone SECOND = Someone.known("c", 105);
    private static final Someone THIRD = Someone.known("d", 400);

    private final RandomGenerator random = new SplittableRandom(4);

    @Test
    void equalsShareAndTheSlowIsOnlyProbed() {
        var shares = shares(List.of(), FAST, Someone.known("c", 105), Someone.known("d", 110));
        var apart = shares(List.of(), FAST, SECOND, THIRD);

        assertThat(shares.get("b")).isCloseTo(0.66, ROUGHLY);
        assertThat(shares.get("c")).isCloseTo(0.33, ROUGHLY);
        assertThat(apart.get("d")).isCloseTo(0.005, Offset.offset(0.003));
    }

    @Test
    void leavesWhoGetsSlow() {
        var shares = shares(List.of(), Someone.known("b", 1_000), SECOND, THIRD);

        assertThat(shares.get("c")).isCloseTo(0.99, ROUGHLY);
        assertThat(shares.get("b")).isLessThan(0.01);
    }

    @Test
    void asksNobodyWhoseBreakerIsOpen() {
        var shares = shares(List.of(), FAST.failing(0.9).breaker(Breaker.OPEN, Pool.NOW.plusSeconds(5)), SECOND, THIRD);

        assertThat(shares).doesNotContainKey("b");
    }

    @Test
    void triesWhoMayBeWellAgain() {
        var half = FAST.failing(0.9).breaker(Breaker.HALF_OPEN, null);
        var due = FAST.failing(0.9).breaker(Breaker.OPEN, Pool.NOW);

        assertThat(shares(List.of(), half, SECOND, THIRD).get("b")).isCloseTo(0.05, ROUGHLY);
        assertThat(shares(List.of(), due, SECOND, THIRD).get("b")).isCloseTo(0.05, ROUGHLY);
        assertThat(shares(List.of("b"), half, SECOND, THIRD).get("b")).isCloseTo(0.05, ROUGHLY);
    }

    @Test
    void comesBackSlowly() {
        for (var share : List.of(0.1, 0.5, 0.9)) {
            assertThat(shares(List.of("b"), FAST.share(share), SECOND, THIRD).get("b"))
                    .isCloseTo(share, Offset.offset(0.03));
        }
        assertThat(shares(List.of("b"), FAST, SECOND, THIRD).get("b")).isEqualTo(1);
    }

    private Map<String, Double> shares(List<String> preferred, Someone... all) {
        var shares = new HashMap<String, Double>();
        for (var i = 0; i < CHOICES; i++) {
            var choice = Pool.choose(Weights.DEFAULT, preferred, Route.ANY, random, all);
            shares.merge(Pool.ids(choice).getFirst(), 1.0 / CHOICES, Double::sum);
        }
        shares.replaceAll((_, share) -> Math.round(share * 1e6) / 1e6);
        return shares;
    }
}
