package dev.universalapi.contracts.event.auth;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;

/// A provider refuses a credential that an organisation has brought.
///
/// @param organisation whose it is
/// @param provider the id of who refuses it
/// @param version which one it was, of those the organisation has brought to this provider
/// @param onDead what is done meanwhile: `operator` where the operator's is used, `fail` where the provider is not
/// asked
/// @param at when that was noticed
@Wire(value = "credential.dead.v1", promise = Promise.OUTBOX)
public record CredentialDead(String organisation, String provider, long version, String onDead, Instant at)
        implements Event {
    @Override
    public String id() {
        return "credential#%s#%s#%d#%d".formatted(organisation, provider, version, at.toEpochMilli());
    }
}
