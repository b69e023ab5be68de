package dev.universalapi.gateway.limit.redis;

import java.util.concurrent.atomic.AtomicInteger;

/// How long, and for how many commands in a row, Redis has answered nothing.
final class Silence {
    /// Unanswered commands in a row after which Redis is away.
    private static final int MOST = 5;

    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile long heard = System.nanoTime();

    /// It answered, though it may have refused.
    void ended() {
        heard = System.nanoTime();
        unanswered.set(0);
    }

    /// It left one more unanswered.
    void goesOn() {
        unanswered.incrementAndGet();
    }

    /// Takes it to be away until it answers.
    void giveUp() {
        unanswered.set(MOST);
    }

    /// Whether Redis is taken to be away.
    boolean isAway() {
        return unanswered.get() >= MOST;
    }

    /// When it answered last, in ns of `System.nanoTime`.
    long heard() {
        return heard;
    }
}
