package dev.universalapi.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class UsesTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Map<String, Instant>> reported = new ArrayList<>();
    private boolean away;
    private final Uses uses = new Uses(this::tell, 2_500);

    private Mono<Void> tell(Map<String, Instant> used) {
        if (away) {
            return Mono.error(new UnavailableException("away"));
        }
        reported.add(used);
        return Mono.empty();
    }

    @Test
    void reportsWhenEachKeyWasLastUsedAndEachUseOnce() {
        uses.note("key_1", NOW);
        uses.note("key_1", NOW.plusSeconds(30));
        uses.note("key_2", NOW);

        uses.report();
        uses.report();

        assertThat(reported).containsExactly(Map.of("key_1", NOW.plusSeconds(30), "key_2", NOW));
    }

    @Test
    void isNotExacterThanAnybodyWantsToKnow() {
        uses.note("key_1", NOW);
        uses.note("key_1", NOW.plusSeconds(9));

        uses.report();

        assertThat(reported).containsExactly(Map.of("key_1", NOW));
    }

    @Test
    void keepsWhatCannotBeReported() {
        away = true;
        uses.note("key_1", NOW);
        uses.report();
        uses.note("key_1", NOW.plusSeconds(60));

        away = false;
        uses.report();

        assertThat(reported).containsExactly(Map.of("key_1", NOW.plusSeconds(60)));
    }

    @Test
    void reportsInBatchesAndKeepsNoMoreThanABound() {
        for (var i = 0; i < 3_000; i++) {
            uses.note("key_" + i, NOW);
        }

        uses.report();

        assertThat(reported).extracting(Map::size).containsExactly(1_000, 1_000, 500);
    }
}
