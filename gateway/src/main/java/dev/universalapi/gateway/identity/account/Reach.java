package dev.universalapi.gateway.identity.account;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Whether it is worth asking a service. Once it has failed, one request after the other finds out whether it is back;
/// all others are spared the wait.
final class Reach {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final long longest;
    private final AtomicLong next = new AtomicLong();
    private final AtomicBoolean away = new AtomicBoolean();

    /// @param timeout how long one try may take
    Reach(Ticker ticker, Duration timeout) {
        this.ticker = ticker;
        this.longest = timeout.plus(BETWEEN_TRIES).toNanos();
    }

    /// Whether to ask now; whoever does says afterwards how it went.
    boolean isWorthATry() {
        if (!away.get()) {
            return true;
        }
        var now = ticker.read();
        var due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + longest);
    }

    void answered() {
        if (away.get()) {
            away.set(false);
        }
    }

    /// Whether it is the first time after it has answered.
    boolean failed() {
        next.set(ticker.read() + BETWEEN_TRIES.toNanos());
        return !away.getAndSet(true);
    }
}
