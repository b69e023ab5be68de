package dev.universalapi.contracts.event.auth;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;

/// The audit log of an organisation ended here: who keeps this can show later that nothing before it was rewritten.
///
/// @param organisation whose log it is
/// @param sequence the number of its last event
/// @param hash of that event, which covers all before it; SHA-256, lower-case hexadecimal
/// @param at when that was so
@Wire(value = "audit.anchored.v1", promise = Promise.OUTBOX)
public record AuditAnchored(String organisation, long sequence, String hash, Instant at) implements Event {
    @Override
    public String id() {
        return "audit#" + organisation + "#" + sequence;
    }
}
