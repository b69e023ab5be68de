package dev.universalapi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.shape.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Answers in a provider's place: by its recordings, or by the fault that strikes it.
final class StandIn {
    private static final long LONGEST_HOLD_MILLIS = 40_000; // a caller waits 30 s at most
    private static final int MOST_HELD = 512;

    private final Recordings recordings;
    private final Faults faults;
    private final Calls calls;
    private final Spoilt spoilt;
    private final Semaphore held = new Semaphore(MOST_HELD);

    StandIn(Recordings recordings, Faults faults, Calls calls) {
        this.recordings = recordings;
        this.faults = faults;
        this.calls = calls;
        this.spoilt = new Spoilt(recordings);
    }

    /// @param recording what would be served if all were well
    /// @param exact whether it was made for this request
    void answer(HttpExchange exchange, Offer offer, Recording recording, boolean exact) throws IOException {
        var striking = faults.striking(offer.provider(), offer.operation().path());
        calls.take(offer.provider());
        if (striking.isEmpty()) {
            serve(exchange, recording, exact);
            return;
        }
        var fault = striking.get();
        switch (fault.kind()) {
            case LATENCY -> {
                fault.hold(fault.millis());
                serve(exchange, recording, exact);
            }
            case STATUS -> Wire.send(exchange, status(offer, fault));
            case BLACKHOLE -> swallow(exchange, fault);
            case TRUNCATE -> Wire.sendHalf(exchange, recording.response());
            case MALFORMED -> Wire.send(exchange, malformed(recording.response()));
            case ANSWER -> {
                var answer = fault.answer().orElseThrow();
                var told = recording.opening() ? answer.before() : Optional.<EgressResponse>empty();
                Wire.send(exchange, told.orElse(answer.response()));
            }
            case ERROR_IN_200, DRIFT -> {
                // the call before is judged by its status alone
                if (recording.opening()) {
                    serve(exchange, recording, exact);
                } else {
                    Wire.send(exchange, instead(fault.kind(), offer, recording));
                }
            }
        }
    }

    private static void serve(HttpExchange exchange, Recording recording, boolean exact) throws IOException {
        if (!exact) {
            var query = Json.contract(recording.query().orElseThrow());
            exchange.getResponseHeaders().set(Wire.SAMPLE, Wire.JSON.writeValueAsString(query));
        }
        Wire.send(exchange, recording.response());
    }

    private EgressResponse status(Offer offer, Fault fault) {
        var response = status(offer, fault.status());
        if (fault.retryAfter().isEmpty()) {
            return response;
        }
        var headers = new HashMap<>(response.headers());
        headers.put("retry-after", List.of(String.valueOf(fault.retryAfter().getAsInt())));
        return new EgressResponse(response.status(), headers, response.body());
    }

    private EgressResponse status(Offer offer, int status) {
        return recordings
                .status(offer, status)
                .map(Recording::response)
                .orElseGet(() -> Wire.response(status, "text/plain", "sandbox: status " + status));
    }

    /// Holds the request until the fault is lifted or no caller can still be waiting, then hangs up without a
    /// word.
    private void swallow(HttpExchange exchange, Fault fault) {
        if (held.tryAcquire()) {
            try {
                fault.hold(LONGEST_HOLD_MILLIS);
            } finally {
                held.release();
            }
        }
        exchange.close();
    }

    private static EgressResponse malformed(EgressResponse well) {
        var type = Wire.typeOf(well);
        return Wire.response(200, type, unreadable(type));
    }

    private static String unreadable(String type) {
        return type.contains("json")
                ? "{\"sandbox\": \"unreadable"
                : type.contains("csv") ? "\"sandbox unreadable" : "<sandbox unreadable";
    }

    /// What is said instead of an answer, made of the answer that would be served if all were well.
    private EgressResponse instead(Fault.Kind kind, Offer offer, Recording recording) {
        var well = recording.ok() ? recording : recordings.first(offer).orElse(recording);
        var query = well.query()
                .or(() -> recordings.first(offer).flatMap(Recording::query))
                .orElseThrow();
        return kind == Fault.Kind.ERROR_IN_200
                ? spoilt.error(well, query)
                : new EgressResponse(
                        200,
                        Map.of("content-type", List.of(Wire.typeOf(well.response()))),
                        spoilt.drifted(well, query));
    }
}
