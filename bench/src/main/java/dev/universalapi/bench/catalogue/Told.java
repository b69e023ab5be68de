package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.egress.EgressResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What the sandbox is told to answer in a provider's place, until it is over.
record Told(Stage stage, String provider) implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    /// Left out, so that the next sample of a provider need not wait.
    private static final String RETRY_AFTER = "Retry-After";

    static Told by(Stage stage, Exchange exchange) throws IOException, InterruptedException {
        var order = response(exchange.sample().response());
        order.put("kind", "answer");
        exchange.sample().first().ifPresent(first -> order.put("before", response(first.response())));
        return give(stage, exchange.provider(), order);
    }

    static Told give(Stage stage, String provider, Map<String, Object> order) throws IOException, InterruptedException {
        var reply = stage.sandbox().put("/sandbox/faults/" + provider, JSON.writeValueAsString(order));
        if (reply.status() != 200) {
            throw new IOException("the sandbox does not take the answer of " + provider + ": " + reply);
        }
        return new Told(stage, provider);
    }

    private static Map<String, Object> response(EgressResponse response) {
        var told = new LinkedHashMap<String, Object>();
        told.put("status", response.status());
        var headers = new LinkedHashMap<String, String>();
        response.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.keySet().removeIf(RETRY_AFTER::equalsIgnoreCase);
        told.put("headers", headers);
        told.put("body", Base64.getEncoder().encodeToString(response.body()));
        return told;
    }

    @Override
    public void close() throws IOException {
        try {
            stage.sandbox().delete("/sandbox/faults/" + provider);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
