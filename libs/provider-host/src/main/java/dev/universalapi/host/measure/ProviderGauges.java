package dev.universalapi.host.measure;

import dev.universalapi.engine.Insight;
import dev.universalapi.engine.manifest.Provider;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Shows how each provider is doing, as gauges.
public final class ProviderGauges {
    private static final double MILLIS = 1_000;

    private final MeterRegistry meters;
    private final String mode;
    private final Function<Provider, Insight> insight;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    public ProviderGauges(MeterRegistry meters, String mode, Function<Provider, Insight> insight) {
        this.meters = meters;
        this.mode = mode;
        this.insight = insight;
    }

    /// Shows those that are not shown yet.
    public void show(Collection<Provider> providers) {
        providers.stream().filter(provider -> shown.add(provider.id())).forEach(this::show);
    }

    private void show(Provider provider) {
        gauge(
                provider,
                "provider.breaker",
                "0 closed, 1 half open, 2 open",
                one -> one.health().breaker().ordinal());
        gauge(provider, "provider.latency.p50", "seconds", one -> one.health().p50Millis() / MILLIS);
        gauge(provider, "provider.latency.p95", "seconds", one -> one.health().p95Millis() / MILLIS);
        gauge(
                provider,
                "provider.errors",
                "share of calls, 0 to 1",
                one -> one.health().errorRate());
        gauge(
                provider,
                "provider.permits",
                "calls that may be under way at once",
                one -> one.room().limit());
        gauge(
                provider,
                "provider.permits.used",
                "calls under way",
                one -> one.room().inFlight());
        gauge(
                provider,
                "provider.quota.left",
                "share of the scarcest quota, 0 to 1",
                one -> one.headroom().left());
        gauge(
                provider,
                "provider.credentials.dead",
                "credentials that it refuses",
                one -> one.keys().dead());
    }

    private void gauge(Provider provider, String name, String what, ToDoubleFunction<Insight> value) {
        Gauge.builder(name, provider, known -> value.applyAsDouble(insight.apply(known)))
                .description(what)
                .tags(Tags.of("provider", provider.id(), "mode", mode))
                .strongReference(true)
                .register(meters);
    }
}
