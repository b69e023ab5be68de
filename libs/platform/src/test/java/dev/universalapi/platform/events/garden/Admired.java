package dev.universalapi.platform.events.garden;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Only counted in tests.
@Wire(value = "garden.admired.v1", promise = Promise.DIRECT)
public record Admired(
        String organisation, String id, @Nullable String by, Instant at) implements Event {}
