package dev.universalapi.platform.events.send;

import dev.universalapi.platform.events.wire.Numbered;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Numbers the metered events of this process, each topic from 1. A number is taken before anything can go wrong with
/// its event, so an event that is lost leaves its number missing.
final class Numbers {
    private final String producer =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final ConcurrentMap<String, AtomicLong> last = new ConcurrentHashMap<>();

    Numbered next(String topic) {
        return new Numbered(
                producer, last.computeIfAbsent(topic, _ -> new AtomicLong()).incrementAndGet());
    }
}
