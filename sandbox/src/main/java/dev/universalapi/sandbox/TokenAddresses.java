package dev.universalapi.sandbox;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.Likeness;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the providers of a catalogue give access tokens. All give the same one here.
final class TokenAddresses {
    /// What each of them answers (RFC 6749 5.1). No other answer holds that token by chance: it would be taken for a
    /// secret in what is shown.
    static final Map<String, Object> STAND_IN =
            Map.of("access_token", "a-token-of-the-sandbox", "token_type", "Bearer", "expires_in", 3600);

    private final List<Call> calls;

    TokenAddresses(Catalogue catalogue) {
        this.calls = catalogue.providers().stream()
                .flatMap(provider -> provider.offers().stream())
                .flatMap(offer -> offer.token().stream())
                .toList();
    }

    /// Whether there is one.
    boolean has(String host, String path) {
        return calls.stream().anyMatch(call -> lies(call, host, path));
    }

    /// How a request differs from every one that asks for a token there; empty if it is like one.
    Optional<String> differs(String host, Incoming incoming) {
        var differences = calls.stream()
                .filter(call -> lies(call, host, incoming.path()))
                .map(call -> new Likeness(call).differs(incoming))
                .toList();
        return differences.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : differences.getFirst();
    }

    private static boolean lies(Call call, String host, String path) {
        return call.provider().base().covers(host) && call.path().toString().equals(path);
    }
}
