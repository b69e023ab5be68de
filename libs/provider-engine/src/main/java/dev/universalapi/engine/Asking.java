package dev.universalapi.engine;

import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.page.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// On whose behalf a question is asked, and until when.
///
/// @param requestId names the request everywhere: logs, traces, receipt
/// @param organisation the owner of the receipt
/// @param deadline the moment after which an answer is worth nothing
/// @param route what the caller wants of the choice
/// @param freshness what the caller wants of kept answers
/// @param cursor where in a provider's list to go on; null for the beginning, by whomever
public record Asking(
        String requestId,
        String organisation,
        Instant deadline,
        Route route,
        Freshness freshness,
        Cursor.@Nullable Leading cursor) {
    /// From the beginning, by any answer that is kept.
    public Asking(String requestId, String organisation, Instant deadline, Route route) {
        this(requestId, organisation, deadline, route, Freshness.ANY, null);
    }
}
