package dev.universalapi.bench.stock;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.shape.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A sample, and the offer that reads it as it stands behind the call before.
public record Exchange(Offer offer, Sample sample) {

    public static Exchange of(Offer offer, Sample sample) {
        return new Exchange(
                sample.first()
                        .filter(first -> offer.take(sample.query(), first.response()) instanceof Taken.Values)
                        .map(first -> offer.take(sample.query(), first.response()) instanceof Taken.Values(var values)
                                ? offer.knowing(values)
                                : offer)
                        .orElse(offer),
                sample);
    }

    public String provider() {
        return offer.provider();
    }

    public String operation() {
        return offer.operation().path();
    }

    /// What this side of an operation is called in failures.
    public String side() {
        return provider() + " " + operation();
    }

    public Reading read(byte[] body) {
        return read(
                new EgressResponse(sample.response().status(), sample.response().headers(), body));
    }

    public Reading read(EgressResponse response) {
        return offer.read(sample.query(), response);
    }

    /// The responses that come to it, the call before first.
    public List<EgressResponse> responses() {
        return Stream.concat(sample.first().map(Sample.First::response).stream(), Stream.of(sample.response()))
                .toList();
    }

    /// Whether its answer holds anything in its lists, where it has any.
    public boolean full() {
        var lists = expected().valueStream().filter(JsonNode::isArray).toList();
        return lists.isEmpty() || lists.stream().anyMatch(list -> !list.isEmpty());
    }

    /// The answer that is expected; missing where none is.
    public JsonNode expected() {
        return sample.expected() instanceof Sample.Answer(JsonNode data) ? data : MissingNode.getInstance();
    }

    /// The answer as the contract's JSON.
    public static JsonNode json(Reading.Answer answer) {
        return Json.contract(answer.value());
    }

    @Override
    public String toString() {
        return sample.place();
    }
}
