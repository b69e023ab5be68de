package dev.universalapi.gateway.limit.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.limit.plan.Rate;
import dev.universalapi.gateway.limit.rate.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CountingTests {
    private static final Line TEN_A_MINUTE = Line.of("", "o", new Rate(10, Duration.ofMinutes(1), null));

    @Test
    void threeGatewaysTogetherLetInExactlyTheLimit() {
        try (var house = new CountingHouse(3)) {
            var admitted = house.flood(1_000, i -> house.ask("call" + i, List.of(TEN_A_MINUTE), List.of()));

            assertThat(admitted).isEqualTo(10);
        }
    }
}
