package dev.universalapi.platform.events.garden;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;

/// Metered in tests.
@Wire(value = "garden.watered.v1", promise = Promise.USAGE)
public record Watered(String organisation, String id, int litres, Instant at) implements Event {}
