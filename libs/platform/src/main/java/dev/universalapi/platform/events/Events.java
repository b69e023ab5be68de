package dev.universalapi.platform.events;

import dev.universalapi.contracts.event.Event;

/// Where an application says what has happened.
@FunctionalInterface
public interface Events {
    /// Tells it under the promise that its record carries, and returns at once: nobody waits for Kafka.
    ///
    /// @throws IllegalStateException if the promise is `OUTBOX` and there is no open transaction, or no database
    void publish(Event event);
}
