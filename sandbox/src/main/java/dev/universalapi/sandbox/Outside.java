package dev.universalapi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.request.Incoming;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The outside world: takes a request by its `Host`, refuses what no manifest would send, and has the rest
/// answered.
final class Outside implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Outside.class);

    private final Catalogue catalogue;
    private final Recordings recordings;
    private final StandIn standIn;
    private final Calls calls;
    private final Admin admin;
    private final TokenAddresses tokens;

    Outside(Catalogue catalogue, Recordings recordings, StandIn standIn, Calls calls, Admin admin) {
        this.catalogue = catalogue;
        this.recordings = recordings;
        this.standIn = standIn;
        this.calls = calls;
        this.admin = admin;
        this.tokens = new TokenAddresses(catalogue);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var incoming = Wire.incoming(exchange);
        var host = Wire.host(incoming);
        if (tokens.has(host, incoming.path())) {
            token(exchange, host, incoming);
            return;
        }
        var providers = at(host, incoming.path());
        if (!providers.isEmpty()) {
            ask(exchange, providers, incoming);
        } else if (Admin.reached(host, incoming.path())) {
            admin.answer(exchange, incoming);
        } else {
            refuse(exchange, host, "no provider of the catalogue has " + host + incoming.path() + " below its base");
        }
    }

    private void token(HttpExchange exchange, String host, Incoming incoming) throws IOException {
        var difference = tokens.differs(host, incoming);
        if (difference.isPresent()) {
            refuse(exchange, host, "no manifest would ask for a token so: " + difference.get());
        } else {
            Wire.json(exchange, 200, TokenAddresses.STAND_IN);
        }
    }

    /// Those whose base it lies below, the longest base first: two may share a host.
    private List<Provider> at(String host, String path) {
        return catalogue.providers().stream()
                .filter(provider -> provider.base().covers(host)
                        && path.startsWith(provider.base().path()))
                .sorted(Comparator.comparingInt(
                                (Provider provider) -> provider.base().path().length())
                        .reversed())
                .toList();
    }

    private void ask(HttpExchange exchange, List<Provider> providers, Incoming incoming) throws IOException {
        var offers = providers.stream()
                .flatMap(provider -> provider.offers().stream())
                .toList();
        var opening = offers.stream()
                .filter(offer -> offer.before()
                        .filter(before -> before.differs(incoming).isEmpty())
                        .isPresent())
                .toList();
        var fitting = offers.stream()
                .filter(offer -> offer.differs(incoming).isEmpty())
                .toList();
        var host = Wire.host(incoming);
        var exact = recordings.opening(opening, incoming).or(() -> recordings.exact(fitting, incoming));
        var recording = exact.or(() ->
                        first(opening, offer -> recordings.first(offer, host).flatMap(Recording::before)))
                .or(() -> first(fitting, offer -> recordings.first(offer, host)));
        if (recording.isPresent()) {
            standIn.answer(exchange, recording.get().offer(), recording.get(), exact.isPresent());
            return;
        }
        var ids = providers.stream().map(Provider::id).collect(Collectors.joining(", "));
        calls.refuse(providers.getFirst().id());
        refuse(
                exchange,
                ids,
                "the manifest of " + ids + " would not send " + incoming.method() + " " + incoming.path() + ": "
                        + offers.stream()
                                .flatMap(offer ->
                                        offer.differs(incoming).map(text -> offer.operation() + ": " + text).stream())
                                .collect(Collectors.joining("; ")));
    }

    private static Optional<Recording> first(List<Offer> offers, Function<Offer, Optional<Recording>> search) {
        return offers.stream().flatMap(offer -> search.apply(offer).stream()).findFirst();
    }

    private static void refuse(HttpExchange exchange, String whom, String why) throws IOException {
        LOG.atWarn().addKeyValue("to", whom).addKeyValue("why", why).log("Refused a request");
        exchange.getResponseHeaders().set(Wire.REFUSED, "true");
        Wire.text(exchange, 400, why + "\n");
    }
}
