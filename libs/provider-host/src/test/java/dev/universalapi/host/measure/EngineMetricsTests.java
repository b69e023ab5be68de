package dev.universalapi.host.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.Insight;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.drift.Drift;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Keys;
import dev.universalapi.engine.standing.Standing;
import dev.universalapi.providers.Content;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EngineMetricsTests {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EngineMetrics metrics = new EngineMetrics(meters, "live");
    private final OperationType operation =
            Operations.beside(Content.class).all().getFirst();

    @Test
    void timesAttemptsByProviderOperationAndOutcome() {
        metrics.attempted(operation, new Attempt("acme", Outcome.OK, 12, 200, null, null));
        metrics.attempted(operation, new Attempt("acme", Outcome.TIMEOUT, 500, null, null, null, Attempt.HEDGE));

        var call = meters.get("provider.attempts")
                .tags("provider", "acme", "operation", operation.path(), "outcome", "ok", "as", "call", "mode", "live")
                .timer();
        assertThat(call.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(12);
        assertThat(meters.get("provider.attempts").tag("as", "hedge").timer().count())
                .isEqualTo(1);
        assertThat(metrics.outcomes("acme")).isEqualTo(Map.of(Outcome.OK, 1L, Outcome.TIMEOUT, 1L));
        assertThat(metrics.outcomes("other")).isEmpty();
    }

    @Test
    void countsWhereAnswersCameFrom() {
        metrics.served(operation, How.HIT);
        metrics.served(operation, How.HIT);

        assertThat(meters.get("answers").tag("how", "hit").counter().count()).isEqualTo(2);
    }

    @Test
    void countsDrift() {
        metrics.drifted(new Drift("acme", operation.path(), "gone", List.of("/a is gone"), Instant.EPOCH));

        assertThat(meters.get("provider.drifted")
                        .tag("provider", "acme")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void showsEachProviderOnce() {
        var health = new Health(9, 20, 10, 30, 0.5, 1, Health.Breaker.OPEN, Instant.EPOCH, 0, true);
        var insight = new Insight(health, new Keys(true, 2, 1), new Standing.Room(3, 20), Headroom.FREE, List.of());
        var gauges = new ProviderGauges(meters, "live", _ -> insight);
        var providers =
                Catalogue.load(Operations.beside(Content.class), Content.class).providers();

        gauges.show(providers);
        gauges.show(providers);

        var id = providers.getFirst().id();
        assertThat(meters.get("provider.breaker").tag("provider", id).gauge().value())
                .isEqualTo(2);
        assertThat(meters.get("provider.latency.p95")
                        .tag("provider", id)
                        .gauge()
                        .value())
                .isEqualTo(0.03);
        assertThat(meters.get("provider.permits.used")
                        .tag("provider", id)
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(meters.get("provider.quota.left").tag("provider", id).gauge().value())
                .isEqualTo(1);
        assertThat(meters.get("provider.credentials.dead").gauges()).hasSize(providers.size());
    }
}
