package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stock.Exchange;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.shape.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A query as a caller puts it to the gateway: in a body, so that every value is what it is.
///
/// @param json the query's components
record Question(OperationType type, String json, String provider) {

    static Question of(Exchange exchange) {
        return new Question(
                exchange.offer().operation(),
                Json.contract(exchange.sample().query()).toString(),
                exchange.provider());
    }

    /// The id under which the receipt of a reply is found.
    static String receipt(Caller.Answer reply) {
        return reply.headers().firstValue("X-Request-Id").orElse(reply.at("/meta/receipt") + reply.at("/requestId"));
    }

    Caller.Answer ask(Caller caller) throws IOException, InterruptedException {
        var address = "/api/" + type.path();
        var route = "{\"only\":[\"" + provider + "\"]}";
        var body = json.getBytes(StandardCharsets.UTF_8);
        return type.kind() == Kind.COMMAND
                ? caller.post(
                        address,
                        body,
                        "Content-Type",
                        "application/json",
                        "X-Route",
                        route,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                : caller.post(address, body, "Content-Type", "application/json", "X-Route", route);
    }
}
