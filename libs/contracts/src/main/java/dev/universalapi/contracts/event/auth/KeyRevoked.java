package dev.universalapi.contracts.event.auth;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;

/// An API key opens nothing any more, and never will again.
///
/// @param organisation whose it was
/// @param project which of its projects it belonged to
/// @param key its id
/// @param by the id of the key that revoked it
/// @param at when it was revoked
@Wire(value = "key.revoked.v1", promise = Promise.OUTBOX)
public record KeyRevoked(String organisation, String project, String key, String by, Instant at) implements Event {

    @Override
    public String id() {
        return key + "#revoked";
    }
}
