package dev.universalapi.analytics;

import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.platform.events.Received;
import java.math.BigDecimal;
import java.time.Instant;

/// Usage to count, told by what matters to a test.
public record Uses(
        String organisation,
        String key,
        String category,
        String operation,
        String provider,
        String outcome,
        boolean cached,
        long millis,
        Instant at) {
    /// `sun` asks open-meteo for the weather, which answers at that time.
    public static Uses at(String when) {
        return new Uses(
                "sun", "key-1", "weather", "weather/current", "open-meteo", "ok", false, 40, Instant.parse(when));
    }

    public Uses of(String other) {
        return new Uses(other, key, category, operation, provider, outcome, cached, millis, at);
    }

    public Uses by(String other) {
        return new Uses(organisation, key, category, operation, other, outcome, cached, millis, at);
    }

    public Uses asking(String other) {
        var category = other.substring(0, other.indexOf('/'));
        return new Uses(organisation, key, category, other, provider, outcome, cached, millis, at);
    }

    public Uses ending(String other) {
        return new Uses(organisation, key, category, operation, provider, other, cached, millis, at);
    }

    public Uses outOfCache() {
        return new Uses(organisation, key, category, operation, provider, outcome, true, millis, at);
    }

    public Uses taking(long other) {
        return new Uses(organisation, key, category, operation, provider, outcome, cached, other, at);
    }

    /// The attempt of that number in a request, or the answer out of the cache.
    public Received<UsageRecorded> in(String request, int attempt, boolean settles, String cost) {
        var event = new UsageRecorded(
                organisation,
                key,
                request,
                cached ? 0 : attempt,
                category,
                operation,
                provider,
                outcome,
                cached,
                settles,
                1,
                "call",
                new BigDecimal(cost),
                millis,
                at,
                null);
        return new Received<>(event, "search-service", event.id(), null, 0);
    }

    /// The only attempt of a request, for a tenth of a cent.
    public Received<UsageRecorded> in(String request) {
        return in(request, 1, true, "0.001");
    }

    /// The same, numbered by a producer.
    public static Received<UsageRecorded> numbered(Received<UsageRecorded> received, String producer, long number) {
        return new Received<>(received.event(), received.source(), received.id(), producer, number);
    }
}
