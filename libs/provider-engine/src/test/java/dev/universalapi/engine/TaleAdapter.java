package dev.universalapi.engine;

import dev.universalapi.engine.adapter.MisreadException;
import dev.universalapi.engine.adapter.Outgoing;
import dev.universalapi.engine.adapter.ServerSentEvents;
import dev.universalapi.engine.adapter.StreamAdapter;
import dev.universalapi.engine.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/// Reads words, each an event, until `[END]`.
final class TaleAdapter implements StreamAdapter {

    @Override
    public Outgoing ask(Record query) {
        return new Outgoing(false, "/tale", Map.of("about", ((Story) query).about()), Map.of(), new byte[0]);
    }

    @Override
    public boolean read(Record query, InputStream body, Consumer<Record> parts) throws MisreadException, IOException {
        var events = new ServerSentEvents(body);
        for (var event = events.next(); event.isPresent(); event = events.next()) {
            var told = event.get();
            if (told.name().equals("error")) {
                throw MisreadException.refused(Outcome.RATE_LIMITED, told.data());
            }
            if (told.data().equals("[BUG]")) {
                throw new IllegalStateException("a fault of the adapter");
            }
            if (told.data().equals("[END]")) {
                return true;
            }
            parts.accept(told.data().equals("[ODD]") ? query : new Story.Part(told.data()));
        }
        return false;
    }
}
