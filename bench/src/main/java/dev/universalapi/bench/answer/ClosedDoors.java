package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A service that is called past the gateway refuses, on every route that it has.
final class ClosedDoors implements Scene {
    private static final List<String> BESIDES = List.of("/", "/actuator/health", "/error", "/v3/api-docs", "/nowhere");

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Past the gateway");
        var broken = new ArrayList<String>();
        var paths = new ArrayList<>(BESIDES);
        stage.openApi().at("/paths").propertyNames().forEach(paths::add);
        for (var service : stage.services("search-service")) {
            try (var direct = new Caller(service, Map.of());
                    var forger = new Caller(service, Map.of("X-Internal-Token", "eyJhbGciOiJub25lIn0.e30."))) {
                for (var path : paths) {
                    var address = path.replaceAll("\\{[^}]*}", "x");
                    for (var caller : List.of(direct, forger)) {
                        var reply = caller.get(address);
                        if (reply.status() != 401) {
                            broken.add(address + " gave " + reply);
                        }
                    }
                }
            }
        }
        report.checkAll("a service refuses what did not come through the gateway", paths.size(), broken);
    }
}
