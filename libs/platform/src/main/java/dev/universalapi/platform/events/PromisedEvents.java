package dev.universalapi.platform.events;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.outbox.Outbox;
import dev.universalapi.platform.events.send.Sender;
import dev.universalapi.platform.events.trace.Traces;
import dev.universalapi.platform.events.wire.WireType;
import org.jspecify.annotations.Nullable;

/// Takes each event the way that was promised.
final class PromisedEvents implements Events {
    private final Sender sender;
    private final @Nullable Outbox outbox;
    private final Traces traces;

    /// @param outbox null where there is no database
    PromisedEvents(Sender sender, @Nullable Outbox outbox, Traces traces) {
        this.sender = sender;
        this.outbox = outbox;
        this.traces = traces;
    }

    @Override
    public void publish(Event event) {
        switch (WireType.of(event.getClass()).promise()) {
            case USAGE, DIRECT -> sender.send(event, traces.here());
            case OUTBOX -> {
                if (outbox == null) {
                    throw new IllegalStateException(
                            event.getClass().getSimpleName() + " is a fact, and this application has no database");
                }
                outbox.put(event, traces.here());
            }
        }
    }
}
