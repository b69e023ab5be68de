package dev.universalapi.bench.kind;

import dev.universalapi.engine.adapter.MisreadException;
import dev.universalapi.engine.adapter.Outgoing;
import dev.universalapi.engine.adapter.ServerSentEvents;
import dev.universalapi.engine.adapter.StreamAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/// Reads parts, each an event, until one that says that it was the last.
final class TaleAdapter implements StreamAdapter {
    static final String END = "[END]";

    @Override
    public Outgoing ask(Record query) {
        return new Outgoing(false, "/tale", Map.of("how", ((Tale) query).how()), Map.of(), new byte[0]);
    }

    @Override
    public boolean read(Record query, InputStream body, Consumer<Record> parts) throws MisreadException, IOException {
        var events = new ServerSentEvents(body);
        for (var event = events.next(); event.isPresent(); event = events.next()) {
            var text = event.get().data();
            if (text.equals(END)) {
                return true;
            }
            parts.accept(new Tale.Part(text));
        }
        return false;
    }
}
