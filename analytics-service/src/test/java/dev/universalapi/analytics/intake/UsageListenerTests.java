package dev.universalapi.analytics.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.analytics.Store;
import dev.universalapi.analytics.Uses;
import dev.universalapi.analytics.usage.UsualPartitions;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

@RealStores
class UsageListenerTests {
    private static final Store STORE = new Store();
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final SystemDatabase system = STORE.database().system();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UsageListener listener = new UsageListener(
            new UsageCounter(system, UsualPartitions.of(system, NOW)),
            new IntakeProperties(Duration.ofDays(35), Duration.ofHours(1)),
            InstantSource.fixed(NOW),
            meters);

    @Test
    void countsAndTellsHowLateItIs() {
        var event = Uses.at("2026-03-10T11:59:58Z").in("r1");

        system.transactions().executeWithoutResult(_ -> listener.handle(List.of(event)));

        assertThat(meters.get("usage.counted").counter().count()).isEqualTo(1);
        assertThat(meters.get("usage.delay").timer().totalTime(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void refusesWhatComesTooLateOrTooEarly() {
        var late = List.of(Uses.at("2026-02-01T00:00:00Z").in("late"));
        var early = List.of(Uses.at("2026-03-10T14:00:00Z").in("early"));

        assertThatThrownBy(() -> listener.handle(late)).hasMessageContaining("later than 35 days");
        assertThatThrownBy(() -> listener.handle(early)).hasMessageContaining("has not happened yet");
    }
}
