package dev.universalapi.platform.events.dead;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that could not be handled, as operators see it.
///
/// @param id where it is kept: topic, partition and offset, as `search.events:3:17`
/// @param topic where it came from
/// @param partition of that topic
/// @param offset in that partition
/// @param cause why it could not be handled
/// @param message what went wrong, in a line
/// @param consumer the service that could not handle it
/// @param at when it became a dead letter
/// @param organisation whose event it is; empty if it does not say
/// @param type its name on the wire; null if it cannot be read
/// @param source who told it; null if it cannot be read
/// @param event its id; null if it cannot be read
/// @param replayedAt when it was last sent back to its topic; null if never
/// @param content the event as it came; only where one letter is asked for
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        String id,
        String topic,
        long partition,
        long offset,
        Cause cause,
        String message,
        String consumer,
        Instant at,
        String organisation,
        @Nullable String type,
        @Nullable String source,
        @Nullable String event,
        @Nullable Instant replayedAt,
        @Nullable String content) {

    /// Without the content.
    DeadLetter listed() {
        return new DeadLetter(
                id,
                topic,
                partition,
                offset,
                cause,
                message,
                consumer,
                at,
                organisation,
                type,
                source,
                event,
                replayedAt,
                null);
    }
}
