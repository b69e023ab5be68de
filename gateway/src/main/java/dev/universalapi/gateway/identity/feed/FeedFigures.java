package dev.universalapi.gateway.identity.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is counted of the feed.
final class FeedFigures {
    private final Map<String, Counter> changes;
    private final Counter others;
    private final Counter gaps;

    FeedFigures(MeterRegistry meters, FeedState state) {
        Gauge.builder("gateway.identity.feed.connected", state, now -> now.isConnected() ? 1 : 0)
                .description("whether changes of keys and organisations are heard of at once")
                .register(meters);
        this.changes = Stream.of("key", "organisation", "project", "plan", "credential", "switch")
                .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> changes(meters, kind)));
        this.others = changes(meters, "other");
        this.gaps = Counter.builder("gateway.identity.feed.gaps")
                .description("how often changes may have been missed, and all was forgotten")
                .register(meters);
    }

    private static Counter changes(MeterRegistry meters, String kind) {
        return Counter.builder("gateway.identity.feed.changes")
                .description("changes that were heard of")
                .tag("kind", kind)
                .register(meters);
    }

    /// Kinds that nobody here knows are counted as one, so that no label is without bound.
    void change(String kind) {
        changes.getOrDefault(kind, others).increment();
    }

    void gap() {
        gaps.increment();
    }
}
