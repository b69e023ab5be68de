package dev.universalapi.platform.events;

import dev.universalapi.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/// An event as it arrived.
///
/// @param source the name of the service that told it
/// @param id with the source, what makes the event one and the same
/// @param producer which process of that service, where its events are numbered
/// @param sequence the number, from 1 without a gap for each producer and topic; 0 where events are not numbered
/// @param <T> the record of the event
public record Received<T extends Event>(
        T event, String source, String id, @Nullable String producer, long sequence) {}
