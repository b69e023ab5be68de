package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A service that is called past the gateway refuses, on every route that it has: those that are published, those that
/// are ours alone, and those that are none.
public final class ClosedDoors implements Scene {
    private static final int UNKNOWN = 401;
    private static final List<String> BESIDES = List.of(
            "GET /", "GET /actuator/health", "GET /error", "GET /v3/api-docs", "GET /nowhere", "GET /internal/x");

    private final List<String> services;

    /// @param services their names
    public ClosedDoors(String... services) {
        this.services = List.of(services);
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Past the gateway");
        var broken = new ArrayList<String>();
        // what passes for a token with those who do not look: one without a signature, and a key
        var strangers = List.of(
                Map.<String, String>of(),
                Map.of("X-Internal-Token", "eyJhbGciOiJub25lIn0.e30."),
                Map.of(
                        "Authorization",
                        "Bearer " + stage.suite().key(),
                        "X-Internal-Token",
                        stage.suite().key()));
        var tried = 0;
        for (var service : services) {
            var routes = new LinkedHashSet<>(BESIDES);
            stage.openApi().at("/paths").propertyNames().forEach(path -> routes.add("GET " + path));
            var own = stage.mappings(service);
            report.figure("routes that " + service + " itself tells of", own.size());
            routes.addAll(own);
            tried += routes.size();
            for (var address : stage.services(service)) {
                for (var stranger : strangers) {
                    try (var caller = new Caller(address, stranger)) {
                        broken.addAll(open(caller, routes));
                    }
                }
            }
        }
        report.checkAll("a service refuses what did not come through the gateway", tried, broken);
    }

    private static List<String> open(Caller caller, Set<String> routes) throws Exception {
        var open = new ArrayList<String>();
        for (var route : routes) {
            var method = route.substring(0, route.indexOf(' '));
            var path = route.substring(method.length() + 1).replaceAll("\\{[^}]*}", "x");
            var status = caller.status(method, path, "");
            if (status != UNKNOWN) {
                open.add(route + " gave " + status);
            }
        }
        return open;
    }
}
