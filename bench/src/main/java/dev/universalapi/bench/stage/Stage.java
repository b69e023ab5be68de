package dev.universalapi.bench.stage;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.launcher.suite.Instance;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A running suite, and callers of its parts.
public final class Stage implements AutoCloseable {
    private static final int TRIES = 20;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Path project;
    private final Path home;
    private final Suite suite;
    private final Caller gateway;
    private final Caller fresh;
    private final Caller stranger;
    private final Caller sandbox;
    private final Map<String, Caller> managements = new ConcurrentHashMap<>();

    public Stage(Path project, Path home, Suite suite) {
        this.project = project;
        this.home = home;
        this.suite = suite;
        this.gateway = new Caller(suite.gateway(), Map.of("Authorization", "Bearer " + suite.key()));
        this.fresh = new Caller(
                suite.gateway(), Map.of("Authorization", "Bearer " + suite.key(), "Cache-Control", "no-cache"));
        this.stranger = new Caller(suite.gateway(), Map.of());
        this.sandbox = new Caller(suite.instances("sandbox").getFirst().address(), Map.of());
    }

    public Path project() {
        return project;
    }

    /// The folder of the installation.
    public Path home() {
        return home;
    }

    public Suite suite() {
        return suite;
    }

    /// The gateway, with the key.
    public Caller gateway() {
        return gateway;
    }

    /// The gateway, with the key, and no answer out of a cache.
    public Caller fresh() {
        return fresh;
    }

    /// The gateway, without a key.
    public Caller stranger() {
        return stranger;
    }

    /// The sandbox's own addresses.
    public Caller sandbox() {
        return sandbox;
    }

    /// The addresses of a service's instances, past the gateway.
    public List<URI> services(String part) {
        return suite.instances(part).stream()
                .map(instance -> instance.address())
                .toList();
    }

    /// Kills the first instance of a service.
    public void kill(String part) {
        suite.kill(suite.instances(part).getFirst());
    }

    /// Whether discovery knows the first instance of a service as up.
    public boolean registered(String part) throws IOException, InterruptedException {
        var discovery = suite.instances("discovery").getFirst().address();
        try (var caller = new Caller(discovery, Map.of("Accept", "application/json"))) {
            var port = suite.instances(part).getFirst().port();
            return caller.get("/eureka/apps/" + part + "/" + part + ":127.0.0.1:" + port)
                    .text()
                    .contains("\"status\":\"UP\"");
        }
    }

    /// What the first instance of a service says of its health, all of it.
    public String health(String part) throws IOException, InterruptedException {
        return management(suite.instances(part).getFirst())
                .get("/actuator/health")
                .text();
    }

    /// Whether every instance of a service says so of its health.
    public boolean healthy(String part, Predicate<String> wanted) throws IOException, InterruptedException {
        for (var instance : suite.instances(part)) {
            if (!wanted.test(management(instance).get("/actuator/health").text())) {
                return false;
            }
        }
        return true;
    }

    private Caller management(Instance instance) {
        return managements.computeIfAbsent(instance.name(), _ -> new Caller(instance.management(), Map.of()));
    }

    /// What the instances of a service measure now, one after the other.
    public Gauges gauges(String part) throws IOException, InterruptedException {
        var texts = new ArrayList<String>();
        for (var instance : suite.instances(part)) {
            texts.add(management(instance).get("/actuator/prometheus").text());
        }
        return new Gauges(texts);
    }

    /// What the first instance of a service answers, `GET /api/keys/{id}` each; empty unless it was told to say so.
    public Set<String> mappings(String part) throws IOException, InterruptedException {
        var found = new TreeSet<String>();
        var told = management(suite.instances(part).getFirst()).get("/actuator/mappings");
        for (var conditions : told.body().findValues("requestMappingConditions")) {
            for (var pattern : conditions.path("patterns")) {
                var methods = conditions
                        .path("methods")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                for (var method : methods.isEmpty() ? List.of("GET") : methods) {
                    found.add(method + " " + pattern.asString());
                }
            }
        }
        return found;
    }

    /// Writes what config-server tells a service from now on; it is in force at the service's next look.
    ///
    /// @param settings a line of YAML each; none for those it came with
    public void settings(String part, String... settings) throws IOException {
        var file = Files.createDirectories(home.resolve("config")).resolve(part + ".yml");
        Files.writeString(file, String.join("\n", settings) + "\n");
    }

    /// What happened to a request. A receipt is with the other replicas a moment after the answer.
    public Caller.Answer receipt(String id) throws IOException, InterruptedException {
        var found = gateway.get("/api/requests/" + id + "/explain");
        for (var i = 1; i < TRIES && found.status() != 200; i++) {
            Thread.sleep(WAIT);
            found = gateway.get("/api/requests/" + id + "/explain");
        }
        return found;
    }

    /// The API as the gateway publishes it.
    public JsonNode openApi() throws IOException, InterruptedException {
        return new YAMLMapper().readTree(stranger.get("/openapi.yml").text());
    }

    @Override
    public void close() {
        gateway.close();
        fresh.close();
        stranger.close();
        sandbox.close();
        managements.values().forEach(Caller::close);
    }
}
