package dev.universalapi.platform.events.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The attributes of a CloudEvent, and where its content is.
///
/// @param source the service that told it
/// @param type the name on the wire
/// @param subject the organisation
/// @param producer the process that numbers, where events are numbered
/// @param sequence 0 where they are not
/// @param content the member `data`, as it was written
public record Envelope(
        String id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        @Nullable String producer,
        long sequence,
        byte[] content) {

    /// Tells contents apart: the same bytes have the same print.
    public UUID print() {
        return Prints.of(content);
    }
}
