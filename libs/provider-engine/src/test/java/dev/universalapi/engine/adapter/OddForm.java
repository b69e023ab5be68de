package dev.universalapi.engine.adapter;

import dev.universalapi.engine.trial.Single;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Posts what is neither form nor JSON, and answers with what was not asked for.
public final class OddForm implements Adapter {

    @Override
    public Outgoing ask(Record query) {
        var name = ((Single) query).name();
        if (name.equals("broken")) {
            throw new IllegalStateException("broken");
        }
        var body = ("name:" + name + "\0").getBytes(StandardCharsets.UTF_16BE);
        return new Outgoing(true, "/odd", Map.of(), Map.of("Content-Type", "application/x-odd"), body);
    }

    @Override
    public Record read(Record query, Received response) {
        return new Single.Inner("of another type", null);
    }
}
