package dev.universalapi.search.search.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExperienceTests {
    private static final String NEWS = "news/search";

    @Test
    void thinksWellOfWhomNobodyAsked() {
        var experience = new Experience(new Random(1));

        assertThat(experience.fastest(NEWS)).isZero();
        assertThat(experience.helpfulness(NEWS)).isEqualTo(1);
    }

    @Test
    void knowsHowLongASourceTakesAtLeast() {
        var experience = new Experience(new Random(1));

        for (int millis = 9; millis >= 4; millis--) {
            experience.failed(NEWS, Duration.ofMillis(millis));
        }

        assertThat(experience.fastest(NEWS)).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void forgetsHowLongASourceTookLongAgo() {
        var experience = new Experience(new Random(1));
        experience.failed(NEWS, Duration.ofMillis(2));

        for (int times = 0; times < 8; times++) {
            experience.failed(NEWS, Duration.ofMillis(20));
        }

        assertThat(experience.fastest(NEWS)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void expectsLessOfWhoFoundNothing() {
        var experience = new Experience(always(0.5));

        for (int times = 0; times < 8; times++) {
            experience.told(NEWS, Duration.ZERO, false);
        }

        assertThat(experience.helpfulness(NEWS)).isEqualTo(0.5);
        assertThat(experience.helpfulness("paper/search")).isEqualTo(1);
    }

    @Test
    void thinksBetterAgainOfWhoFindsThings() {
        var experience = new Experience(always(0.5));
        for (int times = 0; times < 1_000; times++) {
            experience.told(NEWS, Duration.ZERO, false);
        }

        for (int times = 0; times < 1_000; times++) {
            experience.told(NEWS, Duration.ZERO, true);
        }

        assertThat(experience.helpfulness(NEWS)).isGreaterThan(0.9);
    }

    @Test
    void givesAChanceNowAndThen() {
        var experience = new Experience(new Random(1));
        for (int times = 0; times < 8; times++) {
            experience.told(NEWS, Duration.ZERO, false);
        }

        var drawn =
                Stream.generate(() -> experience.helpfulness(NEWS)).limit(200).toList();

        assertThat(drawn).filteredOn(each -> each != 0.5).hasSizeBetween(5, 50);
        assertThat(drawn).allSatisfy(each -> assertThat(each).isBetween(0.0, 1.0));
    }

    private static RandomGenerator always(double number) {
        return () -> (long) (number * 0x1p53) << 11;
    }
}
