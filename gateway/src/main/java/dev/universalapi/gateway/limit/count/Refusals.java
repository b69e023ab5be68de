package dev.universalapi.gateway.limit.count;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.gateway.limit.rate.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Which rates have no room, and until when: what was counted in a window only grows, so whoever comes before is
/// refused without asking Redis. A caller at ten times its limit costs it little more than one at its limit.
final class Refusals {
    private static final int MOST = 100_000;

    private final Cache<String, Refusal> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final LongSupplier nanos;

    private record Refusal(Standing standing, long until) {}

    /// @param nanos a clock that only goes on
    Refusals(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void note(Ask ask, Line rate, Standing standing) {
        known.put(
                key(ask, rate),
                new Refusal(standing, nanos.getAsLong() + standing.reset().toNanos()));
    }

    Optional<Verdict> find(Ask ask) {
        for (var rate : ask.rates()) {
            var refusal = known.getIfPresent(key(ask, rate));
            if (refusal == null) {
                continue;
            }
            var wait = refusal.until() - nanos.getAsLong();
            if (wait > 0) {
                var before = refusal.standing();
                var now = new Standing(before.name(), before.limit(), before.window(), 0, Duration.ofNanos(wait));
                return Optional.of(new Verdict.TooFast(List.of(now), now, now.reset()));
            }
        }
        return Optional.empty();
    }

    /// With the limit: one that was raised has room.
    private static String key(Ask ask, Line rate) {
        return ask.organisation() + '/' + rate.cell() + '/' + rate.limit();
    }
}
