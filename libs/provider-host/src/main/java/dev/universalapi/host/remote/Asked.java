package dev.universalapi.host.remote;

import dev.universalapi.engine.Asking;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.page.Cursor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question on its way, with all of its [Asking] but the moment: clocks differ.
///
/// @param millis how long an answer is worth something
record Asked<Q>(
        Q question,
        String requestId,
        String organisation,
        long millis,
        Route route,
        Freshness freshness,
        Cursor.@Nullable Leading cursor,
        boolean raw,
        String key) {
    private static final long LONGEST = Duration.ofSeconds(30).toMillis();

    static <Q> Asked<Q> of(Q question, Asking asking, Duration left) {
        return new Asked<>(
                question,
                asking.requestId(),
                asking.organisation(),
                left.toMillis(),
                asking.route(),
                asking.freshness(),
                asking.cursor(),
                asking.raw(),
                asking.key());
    }

    Asking asking(Instant now) {
        var deadline = now.plusMillis(Math.min(millis, LONGEST));
        return new Asking(requestId, organisation, deadline, route, freshness, cursor, raw, key);
    }
}
