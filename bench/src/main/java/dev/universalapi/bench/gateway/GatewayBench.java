package dev.universalapi.bench.gateway;

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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plain hop through our gateway, a bare Spring Cloud Gateway and nginx, and a cached lookup through the suite: in
/// turns, in one run, since machines are noisy. What counts are ratios.
public final class GatewayBench implements Trial {
    private static final double WANTED = 0.85;
    private static final String CACHED = "/api/weather/current?latitude=48.85&longitude=2.35";

    private static final String NGINX = "nginx";
    private static final String BARE = "bare gateway";
    private static final String OURS = "our gateway";
    private static final int MANY = 64;

    /// What one was found to do.
    private record Round(String name, Wrk.Result result) {}

    /// One that is measured.
    private record Target(String name, URI address, Map<String, String> headers) {}

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        var tools = Tools.find();
        if (tools.isEmpty()) {
            report.section("SKIPPED: nginx and wrk are needed, and one is missing. " + Tools.HOW);
            return;
        }
        try (var folder = Folder.make(scale.project(), "gateway ")) {
            measure(report, scale, tools.get(), folder.path());
        }
    }

    private static void measure(Report report, Scale scale, Tools tools, Path folder) throws Exception {
        var ports = new Ports();
        var upstream = ports.any();
        var proxy = ports.any();
        var bare = ports.any();
        var ours = ports.any();
        var home = new Home(folder.resolve("home"));
        var gateways = new Gateways(scale.project(), Files.createDirectories(folder.resolve("gateways")));
        var options = new SuiteOptions(
                scale.project(),
                home,
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                Map.of(),
                false,
                Map.of(),
                SuiteOptions.COUNTING);
        try (var suite = Suite.start(options, Terminal.silent());
                var _ = Nginx.upstream(tools.nginx(), folder, upstream);
                var _ = Nginx.proxy(tools.nginx(), folder, proxy, upstream);
                var _ = gateways.bare(bare, upstream);
                var _ = gateways.ours(ours, ports.any(), upstream, new Identity(home.identity()))) {
            var key = Map.of("Authorization", "Bearer " + suite.key());
            var targets = List.of(
                    new Target(NGINX, hop(proxy), Map.of()),
                    new Target(BARE, hop(bare), key),
                    new Target(OURS, hop(ours), key),
                    new Target("cached lookup", URI.create(suite.gateway() + CACHED), key));
            tell(report, scale, new Wrk(tools.wrk()), targets);
        }
    }

    private static URI hop(int port) {
        return URI.create("http://127.0.0.1:" + port + "/api/bench/hop");
    }

    private static void tell(Report report, Scale scale, Wrk wrk, List<Target> targets) throws Exception {
        for (var target : targets) {
            wrk.run(target.address(), MANY, scale.of(30, 5), target.headers());
        }
        for (var connections : List.of(MANY, 1)) {
            var rounds = new ArrayList<Round>();
            for (var round = 0; round < scale.of(5, 1); round++) {
                for (var target : targets) {
                    var seconds = scale.of(6, 3);
                    rounds.add(new Round(
                            target.name(), wrk.run(target.address(), connections, seconds, target.headers())));
                }
            }
            report.section(connections + (connections == 1 ? " connection" : " connections"));
            tell(report, targets, rounds);
        }
    }

    private static void tell(Report report, List<Target> targets, List<Round> rounds) {
        var nginx = median(rounds, NGINX).perSecond();
        for (var target : targets) {
            var middle = median(rounds, target.name());
            var ratio = middle.perSecond() / nginx;
            report.figure(
                    target.name(),
                    "%.0f/s, %.3f of nginx, p50 %.2f ms, p99 %.2f ms"
                            .formatted(middle.perSecond(), ratio, middle.p50Millis(), middle.p99Millis()));
        }
        var wrong = rounds.stream()
                .filter(round -> !round.result().wrong().isEmpty())
                .map(round -> round.name() + ": " + round.result().wrong())
                .toList();
        report.checkAll("everything is answered", rounds.size(), wrong);
        var ratio = median(rounds, OURS).perSecond() / median(rounds, BARE).perSecond();
        report.figure("our gateway to a bare one", "%.3f".formatted(ratio));
        report.check("at least 0.85 of a bare gateway", ratio >= WANTED, "%.3f".formatted(ratio));
    }

    private static Wrk.Result median(List<Round> rounds, String name) {
        var sorted = rounds.stream()
                .filter(round -> round.name().equals(name))
                .map(Round::result)
                .sorted(Comparator.comparingDouble(Wrk.Result::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
