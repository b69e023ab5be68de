package dev.universalapi.host;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.Engine;
import dev.universalapi.engine.Insight;
import dev.universalapi.engine.Surroundings;
import dev.universalapi.engine.Tuning;
import dev.universalapi.engine.credential.OwnCredentials;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.CountedQuotas;
import dev.universalapi.engine.quota.Quotas;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.host.Engines.Part;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.measure.EngineMetrics;
import dev.universalapi.host.measure.Insights;
import dev.universalapi.host.measure.Metering;
import dev.universalapi.host.measure.ProviderGauges;
import dev.universalapi.host.quota.Reconciling;
import dev.universalapi.host.quota.Replicas;
import dev.universalapi.host.redis.RedisCounting;
import dev.universalapi.host.redis.RedisLink;
import dev.universalapi.platform.events.Events;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the engines of all modes have in common.
///
/// @param own what organisations have of their own; the engine of the host's own mode asks with it
/// @param switches what operators have switched off, in every mode
/// @param events where usage is told; null where nobody hears of it
record EngineWiring(
        CurrentCatalogue catalogue,
        Receipts receipts,
        Tuning tuning,
        Supplier<CountedQuotas.Settings> quotas,
        RedisLink redis,
        RedisCounting counting,
        Reconciling reconciling,
        Replicas replicas,
        MeterRegistry meters,
        OwnCredentials own,
        Switches switches,
        @Nullable Events events) {
    /// @param isOwn whether it is the host's own mode
    /// @param limit makes the quotas that hold of those that are declared
    Part part(Mode mode, boolean isOwn, Egress egress, Secrets secrets, UnaryOperator<Quotas> limit) {
        var metrics = new EngineMetrics(meters, mode.label());
        var clock = InstantSource.system();
        var counted = new CountedQuotas(counting.counts(mode.label()), replicas, quotas, clock, new Random());
        reconciling.add(counted);
        var shelf = counting.shelf(redis, mode.label());
        var around = new Surroundings(
                catalogue,
                Transport.by(egress),
                secrets,
                isOwn ? own : OwnCredentials.NONE,
                switches,
                receipts,
                limit.apply(counted),
                shelf,
                clock,
                mode.label());
        var observer = events == null ? metrics : new Metering(metrics, events, clock);
        var engine = new Engine(around, tuning, observer);
        var gauges = new ProviderGauges(meters, mode.label(), engine::insight);
        catalogue.whenever(now -> gauges.show(now.providers()));
        return new Part(engine, insights(engine, metrics), secrets, egress);
    }

    private static Insights insights(Engine engine, EngineMetrics metrics) {
        return new Insights() {
            @Override
            public Insight of(Provider provider) {
                return engine.insight(provider);
            }

            @Override
            public Map<Outcome, Long> outcomes(String provider) {
                return metrics.outcomes(provider);
            }
        };
    }
}
