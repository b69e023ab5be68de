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
/// @param raw whether the provider's own body is wanted beside the answer; then no kept answer will do
/// @param key the id of the key that was used, never the key; empty where none was
public record Asking(
        String requestId,
        String organisation,
        Instant deadline,
        Route route,
        Freshness freshness,
        Cursor.@Nullable Leading cursor,
        boolean raw,
        String key) {
    /// Without a key.
    public Asking(
            String requestId,
            String organisation,
            Instant deadline,
            Route route,
            Freshness freshness,
            Cursor.@Nullable Leading cursor,
            boolean raw) {
        this(requestId, organisation, deadline, route, freshness, cursor, raw, "");
    }

    /// Without the provider's own body.
    public Asking(
            String requestId,
            String organisation,
            Instant deadline,
            Route route,
            Freshness freshness,
            Cursor.@Nullable Leading cursor) {
        this(requestId, organisation, deadline, route, freshness, cursor, false);
    }

    /// The same from there on.
    public Asking from(Cursor.@Nullable Leading other) {
        return new Asking(requestId, organisation, deadline, route, freshness, other, raw, key);
    }

    /// The same with a key.
    public Asking by(String keyId) {
        return new Asking(requestId, organisation, deadline, route, freshness, cursor, raw, keyId);
    }

    /// From the beginning, by any answer that is kept.
    public Asking(String requestId, String organisation, Instant deadline, Route route) {
        this(requestId, organisation, deadline, route, Freshness.ANY, null);
    }
}
