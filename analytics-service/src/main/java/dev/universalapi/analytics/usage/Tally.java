package dev.universalapi.analytics.usage;

import java.math.BigDecimal;

/// What usage came to.
public final class Tally {
    private final Latencies latencies = new Latencies();
    private long events;
    private long requests;
    private long attempts;
    private long units;
    private BigDecimal cost = BigDecimal.ZERO;

    /// Adds one event.
    ///
    /// @param attempt 0 for an answer for which nobody was called
    /// @param price US dollars
    public void add(int attempt, boolean settles, long spent, BigDecimal price, long millis) {
        events++;
        requests += settles ? 1 : 0;
        attempts += attempt > 0 ? 1 : 0;
        units += spent;
        cost = cost.add(price);
        latencies.add(millis);
    }

    /// Adds what others came to.
    ///
    /// @param sketches as [Latencies#bytes] wrote them
    public void add(long others, long asked, long called, long spent, BigDecimal price, byte[] sketches) {
        events += others;
        requests += asked;
        attempts += called;
        units += spent;
        cost = cost.add(price);
        latencies.add(sketches);
    }

    public long events() {
        return events;
    }

    public long requests() {
        return requests;
    }

    public long attempts() {
        return attempts;
    }

    public long units() {
        return units;
    }

    /// US dollars.
    public BigDecimal cost() {
        return cost;
    }

    public Latencies latencies() {
        return latencies;
    }
}
