package dev.universalapi.bench.gateway;

import dev.universalapi.bench.gateway.Race.Target;
import dev.universalapi.bench.stage.LoneParts;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Child;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.SuiteOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What identity, rates and quotas cost: a cached lookup with all of them and with none, through two gateways that
/// differ in nothing else, beside nginx and a plain hop in the same run. And what one caller costs another.
public final class DoorBench implements Trial {
    private static final double WANTED = 0.8;
    private static final String CACHED = "/api/weather/current?latitude=48.85&longitude=2.35";
    private static final String NGINX = "nginx";
    private static final String HOP = "plain hop, everything off";
    private static final String OFF = "cached lookup, everything off";
    private static final String ON = "cached lookup, everything on";
    private static final int MANY = 64;
    private static final int CREATED = 201;

    /// A key with a limit of each kind that no load reaches.
    private static final String KEY = """
            {"name": "bench", "environment": "live", "scopes": ["weather:read"], "limits": {
              "rates": [{"requests": 1000000, "per": "PT1S"}, {"requests": 1000000, "per": "PT1M"}],
              "quotas": [{"amount": 1000000000, "per": "day"}, {"amount": 1000000000, "per": "month"}]}}""";

    private static final String LIMITED = """
            {"name": "bench", "environment": "live", "scopes": ["weather:read"], "limits": {
              "rates": [{"requests": %d, "per": "PT1S"}]}}""".formatted(Neighbours.MAY);

    @Override
    public String name() {
        return "door";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        var tools = Tools.find();
        if (tools.isEmpty()) {
            report.section("SKIPPED: nginx and wrk are needed, and one is missing. " + Tools.HOW);
            return;
        }
        try (var folder = Folder.make(scale.project(), "door ")) {
            measure(report, scale, tools.get(), folder.path());
        }
    }

    private static void measure(Report report, Scale scale, Tools tools, Path folder) throws Exception {
        var home = new Home(folder.resolve("home"));
        var options = new SuiteOptions(
                scale.project(),
                home,
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                Map.of(),
                false,
                Map.of("search-service", List.of("--universal.sandbox.quotas=unlimited")));
        var ports = new Ports();
        var upstream = ports.any();
        var proxy = ports.any();
        try (var suite = Suite.start(options, Terminal.silent());
                var _ = Nginx.upstream(tools.nginx(), folder, upstream);
                var _ = Nginx.proxy(tools.nginx(), folder, proxy, upstream)) {
            var edges = new Edges(
                    suite,
                    new LoneParts(scale.project(), Files.createDirectories(folder.resolve("edges"))),
                    new Identity(home.identity()),
                    ports);
            race(report, scale, new Wrk(tools.wrk()), edges, upstream, hop(proxy));
            new Neighbours(suite.gateway(), key(suite, KEY), key(suite, LIMITED), CACHED).play(report, scale);
        }
    }

    private static void race(Report report, Scale scale, Wrk wrk, Edges edges, int upstream, URI nginx)
            throws Exception {
        var hop = edges.ports().any();
        var off = edges.ports().any();
        var on = edges.ports().any();
        var operator = Map.of("Authorization", "Bearer " + edges.suite().key());
        var account = Map.of("Authorization", "Bearer " + key(edges.suite(), KEY));
        try (var _ = edges.off(hop, upstream);
                var _ = edges.off(off, edges.search());
                var _ = edges.on(on)) {
            var targets = List.of(
                    new Target(NGINX, nginx, Map.of()),
                    new Target(HOP, hop(hop), operator),
                    new Target(OFF, lookup(off), operator),
                    new Target(ON, lookup(on), account));
            var race = new Race(wrk, targets, NGINX);
            race.warmUp(MANY, scale.of(8, 5), scale.of(12, 1));
            for (var connections : List.of(1, MANY)) {
                var outcome = race.run(connections, scale.of(5, 1), scale.of(6, 3));
                report.section(connections + (connections == 1 ? " connection" : " connections"));
                outcome.tell(report);
                var ratio = outcome.ratio(ON, OFF);
                report.figure("everything on to everything off", "%.3f".formatted(ratio));
                report.check("at least 0.8 of everything off", ratio >= WANTED, "%.3f".formatted(ratio));
            }
        }
    }

    private static URI hop(int port) {
        return URI.create("http://127.0.0.1:" + port + "/api/bench/hop");
    }

    private static URI lookup(int port) {
        return URI.create("http://127.0.0.1:" + port + CACHED);
    }

    /// A key of an organisation of its own.
    private static String key(Suite suite, String wanted) throws IOException, InterruptedException {
        try (var operator = new Caller(suite.gateway(), Map.of("Authorization", "Bearer " + suite.key()))) {
            var made = operator.ask("POST", "/api/organisations", "{\"name\": \"Bench\", \"plan\": \"internal\"}");
            var owner = "Bearer " + made.at("/ownerKey/key");
            try (var maker = new Caller(suite.gateway(), Map.of("Authorization", owner))) {
                var key = maker.ask("POST", "/api/keys", wanted);
                if (key.status() != CREATED) {
                    throw new IOException("no key: " + made + ", " + key);
                }
                return key.at("/key");
            }
        }
    }

    /// Gateways beside those of the suite, with the same services behind them.
    private record Edges(Suite suite, LoneParts parts, Identity identity, Ports ports) {
        int search() {
            return suite.instances("search-service").getFirst().port();
        }

        /// Keys of a file, nobody to ask whose another is, and no Redis to count in.
        Child off(int port, int upstream) throws IOException, InterruptedException {
            var path = upstream == search() ? CACHED : "/api/bench/hop";
            return parts.gateway(port, ports.any(), upstream, identity, path);
        }

        /// As in the suite: whose a key is says auth-service, Redis counts, and what was used says analytics-service.
        Child on(int port) throws IOException, InterruptedException {
            var auth = suite.instances("auth-service").getFirst().port();
            var usage = suite.instances("analytics-service").getFirst().port();
            var redis = suite.instances("redis").getFirst().port();
            return parts.gateway(
                    port,
                    ports.any(),
                    search(),
                    identity,
                    CACHED,
                    "--universal.gateway.identity.service=auth-service",
                    "--spring.cloud.discovery.client.simple.instances.auth-service[0].uri=http://127.0.0.1:" + auth,
                    "--spring.cloud.discovery.client.simple.instances.analytics-service[0].uri=http://127.0.0.1:"
                            + usage,
                    "--universal.redis.uri=redis://127.0.0.1:" + redis,
                    "--universal.redis.password-file=" + identity.redisPassword());
        }
    }
}
