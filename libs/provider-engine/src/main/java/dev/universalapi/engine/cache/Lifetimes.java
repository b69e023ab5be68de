package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How much is kept, and for how long. How long an answer is fresh, its provider's manifest says (`cache: 10m`).
///
/// @param memoryPercent of the heap for kept answers, 1 to 50
/// @param stale how long an answer serves while it is renewed, in parts of its fresh time: 1 is as long again
/// @param onError how long after it came an answer serves where nobody answers
/// @param nothing how long it is believed that there is nothing
/// @param degraded how long an answer serves that came after somebody else had failed
/// @param load how long a call is carried on for those who wait, however soon the first caller's time is up
/// @param rest how long a renewal that failed is not tried again
/// @param mostBytes of an answer's JSON; what is larger is not kept
public record Lifetimes(
        int memoryPercent,
        double stale,
        Duration onError,
        Duration nothing,
        Duration degraded,
        Duration load,
        Duration rest,
        int mostBytes) {
    private static final int MOST_PERCENT = 50;
    private static final int MOST_STALE = 100;
    private static final int MILLION = 1_000_000;

    /// A tenth of the heap, as long again, a day, 10 s, 30 s, 5 s, 5 s, half a megabyte.
    public static final Lifetimes DEFAULT = new Lifetimes(
            10,
            1,
            Duration.ofHours(24),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            MILLION / 2);

    public Lifetimes {
        require(memoryPercent >= 1 && memoryPercent <= MOST_PERCENT, "memoryPercent must be 1 to 50");
        require(stale >= 0 && stale <= MOST_STALE, "stale must be 0 to 100");
        require(!onError.isNegative(), "onError must not be negative");
        require(!nothing.isNegative(), "nothing must not be negative");
        require(!degraded.isNegative(), "degraded must not be negative");
        require(!load.isNegative(), "load must not be negative");
        require(!rest.isNegative(), "rest must not be negative");
        require(mostBytes >= 0, "mostBytes must not be negative");
    }

    /// Bytes that kept answers may weigh.
    long memory() {
        return Runtime.getRuntime().maxMemory() / 100 * memoryPercent;
    }

    /// What is kept of an answer that came now; nothing if it must not be kept.
    Optional<Entry> entry(Loaded.Answered<?> loaded, Instant now) {
        var keeping = loaded.keeping();
        var fresh = keeping.fresh().orElse(Duration.ZERO);
        if (keeping.empty()) {
            fresh = shorter(fresh, nothing);
        }
        if (keeping.degraded()) {
            fresh = shorter(fresh, degraded);
        }
        if (keeping.partial() || !fresh.isPositive()) {
            return Optional.empty();
        }
        var soft = now.plus(fresh);
        var hard = keeping.empty() || keeping.degraded() ? soft : soft.plusMillis(Math.round(fresh.toMillis() * stale));
        var last = keeping.empty() || now.plus(onError).isBefore(hard) ? hard : now.plus(onError);
        return Optional.of(new Entry(loaded.told(), now, soft, hard, last));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
