package dev.universalapi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.request.Incoming;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/// The sandbox's own addresses, below `/sandbox/`: health, faults, and how often each provider was called.
final class Admin {
    private static final String ROOT = "/sandbox/";
    private static final String FAULTS = ROOT + "faults";
    private static final List<String> OWN_HOSTS = List.of("127.0.0.1", "localhost", "[::1]");

    private final Catalogue catalogue;
    private final Faults faults;
    private final Calls calls;
    private final Map<String, Object> health;

    Admin(Catalogue catalogue, Faults faults, Calls calls) {
        this.catalogue = catalogue;
        this.faults = faults;
        this.calls = calls;
        this.health = Map.of("status", "UP", "providers", catalogue.providers().size());
    }

    /// Whether a request is for us. Only by the names of this machine, so that no web page can pass for its user.
    static boolean reached(String host, String path) {
        return OWN_HOSTS.contains(host) && path.startsWith(ROOT);
    }

    void answer(HttpExchange exchange, Incoming incoming) throws IOException {
        var path = incoming.path();
        var call = incoming.method() + " " + path;
        switch (call) {
            case "GET " + ROOT + "health" -> Wire.json(exchange, 200, health);
            case "GET " + ROOT + "requests" -> Wire.json(exchange, 200, calls.describe(ids()));
            case "DELETE " + ROOT + "requests" -> {
                calls.reset();
                Wire.text(exchange, 204, "");
            }
            case "GET " + FAULTS -> Wire.json(exchange, 200, faults.describe());
            case "DELETE " + FAULTS -> {
                faults.clear();
                Wire.text(exchange, 204, "");
            }
            default -> {
                var provider = catalogue.provider(path.substring(Math.min(path.length(), FAULTS.length() + 1)));
                if (path.startsWith(FAULTS + "/") && provider.isPresent()) {
                    fault(exchange, incoming, provider.get());
                } else {
                    Wire.text(exchange, 404, "nothing is at " + call + "; see sandbox/README.md\n");
                }
            }
        }
    }

    private void fault(HttpExchange exchange, Incoming incoming, Provider provider) throws IOException {
        switch (incoming.method()) {
            case "GET" -> {
                var fault = faults.find(provider.id());
                if (fault.isPresent()) {
                    Wire.json(exchange, 200, Faults.describe(fault.get()));
                } else {
                    Wire.text(exchange, 404, provider.id() + " has no fault\n");
                }
            }
            case "PUT" -> put(exchange, incoming.body(), provider);
            case "DELETE" -> {
                faults.remove(provider.id());
                Wire.text(exchange, 204, "");
            }
            default -> Wire.text(exchange, 405, "a fault takes GET, PUT and DELETE\n");
        }
    }

    private void put(HttpExchange exchange, byte[] body, Provider provider) throws IOException {
        try {
            var fault = Faults.read(Wire.JSON.readTree(body));
            var operation = fault.operation();
            if (operation.isPresent() && provider.offer(operation.get()).isEmpty()) {
                throw new IllegalArgumentException(provider.id() + " does not offer " + operation.get());
            }
            faults.put(provider.id(), fault);
            Wire.json(exchange, 200, Faults.describe(fault));
        } catch (IllegalArgumentException e) {
            Wire.text(exchange, 400, e.getMessage() + "\n");
        } catch (JacksonException e) {
            Wire.text(exchange, 400, "the body must be JSON: " + e.getOriginalMessage() + "\n");
        }
    }

    private List<String> ids() {
        return catalogue.providers().stream().map(Provider::id).toList();
    }
}
