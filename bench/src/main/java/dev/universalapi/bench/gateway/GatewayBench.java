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
                    new Race.Target(NGINX, hop(proxy), Map.of()),
                    new Race.Target(BARE, hop(bare), key),
                    new Race.Target(OURS, hop(ours), key),
                    new Race.Target("cached lookup", URI.create(suite.gateway() + CACHED), key));
            tell(report, scale, new Race(new Wrk(tools.wrk()), targets, NGINX));
        }
    }

    private static URI hop(int port) {
        return URI.create("http://127.0.0.1:" + port + "/api/bench/hop");
    }

    private static void tell(Report report, Scale scale, Race race) throws Exception {
        race.warmUp(MANY, scale.of(10, 5), scale.of(8, 1));
        for (var connections : List.of(MANY, 1)) {
            var outcome = race.run(connections, scale.of(5, 1), scale.of(6, 3));
            report.section(connections + (connections == 1 ? " connection" : " connections"));
            outcome.tell(report);
            var ratio = outcome.ratio(OURS, BARE);
            report.figure("our gateway to a bare one", "%.3f".formatted(ratio));
            report.check("at least 0.85 of a bare gateway", ratio >= WANTED, "%.3f".formatted(ratio));
        }
    }
}
