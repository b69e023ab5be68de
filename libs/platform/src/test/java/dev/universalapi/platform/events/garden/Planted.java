package dev.universalapi.platform.events.garden;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;

/// A fact in tests.
@Wire(value = "garden.planted.v1", promise = Promise.OUTBOX)
public record Planted(String organisation, String id, Instant at) implements Event {}
