package dev.universalapi.host.measure;

import dev.universalapi.engine.Observer;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.drift.Drift;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and times what the engine of one mode does, by labels whose values are all in the house: providers,
/// operations and outcomes.
public final class EngineMetrics implements Observer {
    private static final Logger LOG = LoggerFactory.getLogger(EngineMetrics.class);
    private static final String ATTEMPTS = "provider.attempts";

    private final MeterRegistry meters;
    private final String mode;

    public EngineMetrics(MeterRegistry meters, String mode) {
        this.meters = meters;
        this.mode = mode;
    }

    @Override
    public void attempted(OperationType operation, Attempt attempt) {
        Timer.builder(ATTEMPTS)
                .description("Calls to providers")
                .tag("provider", attempt.provider())
                .tag("operation", operation.path())
                .tag("outcome", attempt.outcome().label())
                .tag("as", attempt.as() == null ? "call" : attempt.as())
                .tag("mode", mode)
                .register(meters)
                .record(attempt.millis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void served(OperationType operation, How how) {
        meters.counter("answers", "operation", operation.path(), "how", how.label(), "mode", mode)
                .increment();
    }

    @Override
    public void drifted(Drift drift) {
        meters.counter("provider.drifted", "provider", drift.provider(), "operation", drift.operation(), "mode", mode)
                .increment();
        LOG.atWarn()
                .addKeyValue("provider", drift.provider())
                .addKeyValue("operation", drift.operation())
                .addKeyValue("what", drift.what())
                .addKeyValue("changes", drift.changes())
                .log("A provider no longer answers as its manifest expects");
    }

    /// How often each outcome came of a provider since the process started.
    public Map<Outcome, Long> outcomes(String provider) {
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        for (var outcome : Outcome.values()) {
            var count = meters
                    .find(ATTEMPTS)
                    .tag("provider", provider)
                    .tag("outcome", outcome.label())
                    .tag("mode", mode)
                    .timers()
                    .stream()
                    .mapToLong(Timer::count)
                    .sum();
            if (count > 0) {
                outcomes.put(outcome, count);
            }
        }
        return outcomes;
    }
}
