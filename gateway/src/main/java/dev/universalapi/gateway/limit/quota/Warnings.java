package dev.universalapi.gateway.limit.quota;

import dev.universalapi.contracts.event.gateway.QuotaReached;
import dev.universalapi.platform.events.Events;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells when 50, 80, 95 and 100 percent of a quota are used: the one call that crosses a mark tells it, so each is
/// told
/// once in a period. Where it is told again, because Redis was emptied, it has the same id.
public final class Warnings {
    private static final List<Integer> MARKS = List.of(50, 80, 95, 100);

    private final @Nullable Events events;
    private final InstantSource clock;

    /// @param events null where nothing is told to anybody
    public Warnings(@Nullable Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /// Something was used.
    ///
    /// @param before what was used before
    /// @param after what is used now
    public void used(String organisation, Counter quota, long before, long after) {
        if (events == null) {
            return;
        }
        for (var mark : MARKS) {
            var at = Math.ceilDiv(quota.limit() * mark, 100);
            if (before < at && at <= after) {
                events.publish(new QuotaReached(
                        organisation,
                        quota.who(),
                        quota.category(),
                        quota.at(),
                        mark,
                        after,
                        quota.limit(),
                        quota.hard(),
                        clock.instant()));
            }
        }
    }
}
