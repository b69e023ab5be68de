package dev.universalapi.bench.stock;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.EgressStream;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.token.Transport;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers in the place of all providers of an operation, each by its own script.
final class Scripted implements Transport {
    private static final EgressResponse TOKEN = new EgressResponse(
            200,
            Map.of("content-type", List.of("application/json")),
            "{\"access_token\":\"scripted\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                    .getBytes(StandardCharsets.UTF_8));

    private final List<Offer> offers;
    private final Stock stock;
    private final Map<String, List<EgressResponse>> scripts;
    private final Map<String, Integer> calls = new HashMap<>();

    /// @param scripts responses by provider, in the order of the calls; the last one is repeated
    Scripted(Stock stock, List<Offer> offers, Map<String, List<EgressResponse>> scripts) {
        this.stock = stock;
        this.offers = offers;
        this.scripts = scripts;
    }

    @Override
    public synchronized EgressResponse send(EgressRequest request) {
        var uri = request.uri();
        if (offers.stream()
                .flatMap(offer -> offer.token().stream())
                .anyMatch(call -> call.provider().base().covers(uri.getHost())
                        && call.path().toString().equals(uri.getRawPath()))) {
            return TOKEN;
        }
        var provider = offers.stream()
                .map(Offer::provider)
                .filter(id -> {
                    var base = stock.catalogue().provider(id).orElseThrow().base();
                    return base.covers(uri.getHost()) && uri.getRawPath().startsWith(base.path());
                })
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody is at " + request));
        var script = scripts.getOrDefault(provider, List.of());
        var turn = calls.merge(provider, 1, Integer::sum);
        return script.isEmpty()
                ? new EgressResponse(503, Map.of(), new byte[0])
                : script.get(Math.min(turn, script.size()) - 1);
    }

    @Override
    public EgressStream open(EgressRequest request, EgressStream.Limits limits) {
        throw new IllegalStateException("no stream is scripted");
    }
}
