package dev.universalapi.platform.events.receive;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How far the listeners of one topic are behind, in seconds. What they hold counts until it is handled, so the age
/// grows while they wait for a database.
final class Progress {
    private final InstantSource clock;
    private final Map<Thread, Long> held = new ConcurrentHashMap<>();
    private volatile long lag;
    private volatile long handled = Long.MAX_VALUE;

    Progress(InstantSource clock) {
        this.clock = clock;
    }

    /// This thread begins with messages of which the oldest is of that moment, in milliseconds since 1970.
    void begin(long oldest) {
        held.putIfAbsent(Thread.currentThread(), oldest);
    }

    /// This thread has handled messages of which the youngest is of that moment.
    void end(long youngest) {
        held.remove(Thread.currentThread());
        handled = youngest;
    }

    /// How many messages wait in Kafka, as it says.
    void lag(long messages) {
        lag = messages;
    }

    long lag() {
        return lag;
    }

    /// The age of the oldest message that is not handled; 0 if there is none.
    double age() {
        var oldest = held.values().stream().mapToLong(Long::longValue).min().orElse(lag > 0 ? handled : Long.MAX_VALUE);
        return oldest == Long.MAX_VALUE ? 0 : Math.max(0, clock.instant().toEpochMilli() - oldest) / 1000.0;
    }

    /// This thread gives up what it holds: others have it now.
    void release() {
        held.remove(Thread.currentThread());
    }
}
