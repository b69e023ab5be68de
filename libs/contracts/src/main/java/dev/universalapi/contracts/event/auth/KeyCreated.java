package dev.universalapi.contracts.event.auth;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// There is a new API key. The key itself is in no event.
///
/// @param organisation whose it is
/// @param project which of its projects it belongs to
/// @param key its id
/// @param environment what it opens: `live` or `test`
/// @param name as people call it
/// @param scopes what it may do
/// @param expiresAt when it ends; null if never
/// @param replaces the id of the key that it was rotated from; null if of none
/// @param by the id of the key that created it
/// @param at when it was created
@Wire(value = "key.created.v1", promise = Promise.OUTBOX)
public record KeyCreated(
        String organisation,
        String project,
        String key,
        String environment,
        String name,
        List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable String replaces,
        String by,
        Instant at)
        implements Event {
    public KeyCreated {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String id() {
        return key + "#1";
    }
}
