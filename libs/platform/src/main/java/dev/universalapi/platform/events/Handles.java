package dev.universalapi.platform.events;

import dev.universalapi.contracts.event.Event;
import java.util.List;

/// A consumer of one kind of event. Being a bean is enough: `platform` listens to the topic of the event's owner.
///
/// The call is inside a transaction of the `system` data source, which also remembers that these events were handled,
/// so what is written there happens once for each event, however often it arrives. A handler that throws is called
/// again, first with one event at a time; an event that keeps failing becomes a dead letter and the others go on. When
/// the database is away, everybody waits.
///
/// @param <T> the record of the event
@FunctionalInterface
public interface Handles<T extends Event> {
    /// Applies the effect of events that nobody here has handled yet, in the order in which they arrived.
    ///
    /// @param batch at least one
    void handle(List<Received<T>> batch);
}
