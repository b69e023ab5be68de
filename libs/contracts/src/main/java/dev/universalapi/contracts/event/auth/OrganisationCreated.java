package dev.universalapi.contracts.event.auth;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;

/// There is a new organisation.
///
/// @param organisation its id
/// @param name as people call it
/// @param plan the name of the plan that limits it
/// @param by the id of the key that created it
/// @param at when it was created
@Wire(value = "organisation.created.v1", promise = Promise.OUTBOX)
public record OrganisationCreated(String organisation, String name, String plan, String by, Instant at)
        implements Event {

    @Override
    public String id() {
        return organisation + "#1";
    }
}
