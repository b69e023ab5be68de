package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.quota.Usage;
import dev.universalapi.gateway.limit.quota.Used;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts again, from usage, what Redis has lost: at once, and once more when the usage of calls that were under way
/// has
/// been counted. One organisation is asked for once at a time.
final class Recounts {
    private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);
    private static final int FIELDS = 400;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Scripts scripts;
    private final Usage usage;
    private final Duration second;
    private final ConcurrentHashMap<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Counter done;
    private final Counter failed;

    /// @param second how long after the first time it is counted once more
    Recounts(Scripts scripts, Usage usage, Duration second, MeterRegistry meters) {
        this.scripts = scripts;
        this.usage = usage;
        this.second = second;
        this.done = counter(meters, "done");
        this.failed = counter(meters, "failed");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("limits.recounts")
                .description("quotas of an organisation that were counted again from usage")
                .tag("outcome", outcome)
                .register(meters);
    }

    /// Has an organisation's quotas counted again, unless that is under way. Ends when they are, or fails when they
    /// cannot be.
    CompletableFuture<Void> want(Ask ask) {
        var mine = new CompletableFuture<Void>();
        var others = underWay.putIfAbsent(ask.counts(), mine);
        if (others != null) {
            return others;
        }
        recount(ask).whenComplete((_, failure) -> {
            if (failure == null) {
                done.increment();
                underWay.remove(ask.counts());
                mine.complete(null);
                later(second).execute(() -> recount(ask));
            } else {
                failed.increment();
                LOG.atWarn()
                        .addKeyValue("organisation", ask.organisation())
                        .addKeyValue("why", failure.toString())
                        .log("Quotas cannot be counted again; an allowance holds");
                mine.completeExceptionally(failure);
                later(RETRY).execute(() -> underWay.remove(ask.counts()));
            }
        });
        return mine;
    }

    private CompletableFuture<Void> recount(Ask ask) {
        return usage.of(ask.organisation()).thenCompose(used -> write(ask, used));
    }

    private CompletableFuture<Void> write(Ask ask, Used used) {
        var written = CompletableFuture.<Void>completedFuture(null);
        var part = new LinkedHashMap<String, Long>();
        for (var entry : used.fields(ask.at()).entrySet()) {
            part.put(entry.getKey(), entry.getValue());
            if (part.size() == FIELDS) {
                var full = Map.copyOf(part);
                written = written.thenCompose(_ -> write(ask, "raise", full));
                part.clear();
            }
        }
        return written.thenCompose(_ -> write(ask, "whole", part));
    }

    private CompletableFuture<Void> write(Ask ask, String how, Map<String, Long> part) {
        return scripts.recount(ask.counts(), how, ask.forgotten(), part).thenAccept(_ -> {});
    }

    private static Executor later(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
