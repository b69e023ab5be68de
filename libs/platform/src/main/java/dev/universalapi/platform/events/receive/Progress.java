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
    /// When it was first seen that messages wait, in milliseconds since 1970.
    private volatile long behind = Long.MAX_VALUE;

    Progress(InstantSource clock) {
        this.clock = clock;
    }

    /// This thread begins with messages of which the oldest is of that moment, in milliseconds since 1970.
    void begin(long oldest) {
        held.putIfAbsent(Thread.currentThread(), oldest);
    }

    /// This thread has handled what it held, or gives it up: others have it now.
    void end() {
        held.remove(Thread.currentThread());
    }

    /// How many messages wait in Kafka, as it says.
    void lag(long messages) {
        if (messages == 0) {
            behind = Long.MAX_VALUE;
        } else if (lag == 0) {
            behind = clock.millis();
        }
        lag = messages;
    }

    long lag() {
        return lag;
    }

    /// The age of the oldest message that is held; of those that nobody holds, for how long they have been seen.
    double age() {
        var oldest = held.values().stream().mapToLong(Long::longValue).min().orElse(behind);
        return oldest == Long.MAX_VALUE ? 0 : Math.max(0, clock.millis() - oldest) / 1000.0;
    }
}
