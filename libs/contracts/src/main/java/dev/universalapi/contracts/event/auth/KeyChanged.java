package dev.universalapi.contracts.event.auth;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An API key was changed, disabled, enabled, or given an end because another replaces it. It is told as it is now.
///
/// @param organisation whose it is
/// @param project which of its projects it belongs to
/// @param key its id
/// @param version counts its changes; the first state is 1
/// @param name as people call it
/// @param scopes what it may do
/// @param disabled whether it opens nothing for the moment
/// @param expiresAt when it ends; null if never
/// @param by the id of the key that changed it
/// @param at when it was changed
@Wire(value = "key.changed.v1", promise = Promise.OUTBOX)
public record KeyChanged(
        String organisation,
        String project,
        String key,
        long version,
        String name,
        List<String> scopes,
        boolean disabled,
        @Nullable Instant expiresAt,
        String by,
        Instant at)
        implements Event {
    public KeyChanged {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String id() {
        return key + "#" + version;
    }
}
