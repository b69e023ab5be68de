package dev.universalapi.platform.events.outbox;

import dev.universalapi.contracts.event.Promise;
import dev.universalapi.platform.events.send.Outgoing;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A row of the outbox.
///
/// @param xid the transaction that wrote it
/// @param id with it, its place in the order
record Fact(
        String xid,
        long id,
        String organisation,
        String topic,
        String content,
        @Nullable String trace) {

    Outgoing outgoing() {
        return new Outgoing(topic, organisation, content.getBytes(StandardCharsets.UTF_8), Promise.OUTBOX, trace);
    }
}
