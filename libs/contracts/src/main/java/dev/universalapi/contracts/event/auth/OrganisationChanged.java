package dev.universalapi.contracts.event.auth;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;

/// An organisation was changed: its name, settings, limits, plan or status. It is told as it is now.
///
/// @param organisation its id
/// @param version counts its changes; the first state is 1
/// @param name as people call it
/// @param plan the name of the plan that limits it
/// @param status `active` or `suspended`
/// @param by the id of the key that changed it
/// @param at when it was changed
@Wire(value = "organisation.changed.v1", promise = Promise.OUTBOX)
public record OrganisationChanged(
        String organisation, long version, String name, String plan, String status, String by, Instant at)
        implements Event {

    @Override
    public String id() {
        return organisation + "#" + version;
    }
}
