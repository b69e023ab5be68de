package dev.universalapi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.request.Incoming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        var host = host(incoming);
        if (tokens.has(host, incoming.path())) {
            token(exchange, host, incoming);
            return;
        }
        var provider = catalogue.at(host, incoming.path());
        if (provider.isPresent()) {
            ask(exchange, provider.get(), incoming);
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

    private void ask(HttpExchange exchange, Provider provider, Incoming incoming) throws IOException {
        for (var offer : provider.offers()) {
            if (offer.before()
                    .filter(before -> before.differs(incoming).isEmpty())
                    .isPresent()) {
                var exact = recordings.opening(offer, incoming);
                var opening = exact.or(() -> recordings.first(offer).flatMap(Recording::before));
                if (opening.isPresent()) {
                    standIn.answer(exchange, offer, opening.get(), exact.isPresent());
                    return;
                }
            }
        }
        var differences = new ArrayList<String>();
        var fitting = new ArrayList<Offer>();
        for (var offer : provider.offers()) {
            var difference = offer.differs(incoming);
            difference.ifPresent(text -> differences.add(offer.operation() + ": " + text));
            if (difference.isEmpty()) {
                fitting.add(offer);
            }
        }
        var exact = exact(fitting, incoming);
        var recording = exact.or(() -> fitting.stream()
                .flatMap(offer -> recordings.first(offer).stream())
                .findFirst());
        if (recording.isPresent()) {
            standIn.answer(exchange, recording.get().offer(), recording.get(), exact.isPresent());
        } else {
            calls.refuse(provider.id());
            refuse(
                    exchange,
                    provider.id(),
                    "the manifest of " + provider.id() + " would not send " + incoming.method() + " " + incoming.path()
                            + ": " + String.join("; ", differences));
        }
    }

    private Optional<Recording> exact(List<Offer> fitting, Incoming incoming) {
        return fitting.stream()
                .flatMap(offer -> recordings.exact(offer, incoming).stream())
                .findFirst();
    }

    private static void refuse(HttpExchange exchange, String whom, String why) throws IOException {
        LOG.atWarn().addKeyValue("to", whom).addKeyValue("why", why).log("Refused a request");
        exchange.getResponseHeaders().set(Wire.REFUSED, "true");
        Wire.text(exchange, 400, why + "\n");
    }

    private static String host(Incoming incoming) {
        var host = incoming.headers().getOrDefault("host", "");
        var port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }
}
