package dev.universalapi.host.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.usage.Spent;
import dev.universalapi.providers.Content;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteringTests {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Event> told = new ArrayList<>();
    private final Metering metering =
            new Metering(new EngineMetrics(meters, "live"), told::add, InstantSource.fixed(NOW));

    @Test
    void tellsWhatWasSpentAsAnEvent() {
        var asking = new Asking("r1", "acme", NOW, Route.ANY).by("key-1");

        metering.spent(new Spent(
                asking, "weather/current", 2, "cold", "ok", false, true, 120, "token", new BigDecimal("0.0012"), 87));

        var event = new UsageRecorded(
                "acme",
                "key-1",
                "r1",
                2,
                "weather",
                "weather/current",
                "cold",
                "ok",
                false,
                true,
                120,
                "token",
                new BigDecimal("0.0012"),
                87,
                NOW,
                null);
        assertThat(told)
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("once")
                .isEqualTo(event);
    }

    @Test
    void tellsTheSameRequestOfTwoVisitsApart() {
        var asking = new Asking("r1", "acme", NOW, Route.ANY).by("key-1");
        var spent = new Spent(asking, "joke/random", 1, "cold", "ok", false, true, 1, "call", BigDecimal.ZERO, 87);

        metering.spent(spent);
        metering.spent(spent);

        assertThat(told).extracting(Event::id).doesNotHaveDuplicates().allMatch(id -> id.startsWith("r1#1."));
    }

    @Test
    void doesWhatTheOtherObserverDoes() {
        var operation = Operations.beside(Content.class).all().getFirst();

        metering.attempted(operation, new Attempt("cold", Outcome.OK, 12, 200, null, null));
        metering.served(operation, How.HIT);

        assertThat(meters.get("provider.attempts").timer().count()).isEqualTo(1);
        assertThat(meters.get("answers").counter().count()).isEqualTo(1);
    }
}
