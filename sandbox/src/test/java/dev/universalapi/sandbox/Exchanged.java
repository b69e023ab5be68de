package dev.universalapi.sandbox;

import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The calls that ask a sample's question, with what it has come back to each.
record Exchanged(Map<String, String> calls) {

    static Exchanged of(Offer offer, Sample sample) throws UnfillableException {
        var calls = new LinkedHashMap<String, String>();
        var known = offer;
        if (sample.first().isPresent()) {
            var first = sample.first().get().response();
            calls.put(call(offer.before().orElseThrow(), sample.query()), text(first.body()));
            if (offer.take(sample.query(), first) instanceof Taken.Values(var values)) {
                known = offer.knowing(values);
            } else {
                return new Exchanged(calls);
            }
        }
        if (offer.calls()) {
            calls.put(call(known, sample.query()), text(sample.response().body()));
        }
        return new Exchanged(calls);
    }

    /// Whether something else comes back to one of its calls, because another sample had it first.
    boolean hiddenBy(Map<String, String> served) {
        calls.forEach(served::putIfAbsent);
        return calls.entrySet().stream().anyMatch(call -> !call.getValue().equals(served.get(call.getKey())));
    }

    private static String call(Offer offer, Record query) throws UnfillableException {
        var request = World.request(offer, query);
        return request.method() + " " + request.uri() + " " + text(request.body());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
