package dev.universalapi.bench.capacity;

import dev.universalapi.bench.cluster.Installation;
import dev.universalapi.bench.trial.Crowd;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Traffic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each container needs: idle, at a hundred requests a second, and at its limit.
record Needs(Ground ground) {
    private static final int RATE = 100;
    private static final double WANTED = 0.999;

    void measure() throws Exception {
        var found = new LinkedHashMap<String, Usage>();
        found.put("idle", idle());
        found.put("at %d a second".formatted(RATE), steady());
        found.put("at the limit", limit());
        tell(found);
    }

    private Usage idle() throws Exception {
        ground.report().section("Idle");
        Thread.sleep(ground.seconds(60));
        return during(ground.seconds(60));
    }

    private Usage steady() throws Exception {
        ground.report().section("%d requests a second through the gateway, half of them new questions".formatted(RATE));
        try (var doors = ground.suite().doors()) {
            var load = new Load(doors, RATE, ground.questions());
            Installation.warmUp(load, ground.report());
            try (var steady = load.steady()) {
                Thread.sleep(ground.seconds(30));
                var from = steady.now();
                var usage = during(ground.seconds(60));
                var traffic = steady.end().where(shot -> shot.second() >= from);
                tell(traffic);
                ground.report()
                        .check(
                                "99.9 % of them are answered",
                                traffic.share() >= WANTED, traffic.failures().toString());
                return usage;
            }
        }
    }

    private Usage during(Duration time) throws Exception {
        try (var watch = new Watch(ground.nodes())) {
            Thread.sleep(time);
            return watch.end();
        }
    }

    private Usage limit() throws Exception {
        var counted = ground.seconds(60);
        ground.report()
                .section("The limit: %d connections, who is answered asks again, half of it new questions"
                        .formatted(Ground.CROWD));
        try (var caller = ground.suite().caller()) {
            var crowd = new Crowd(caller, Ground.CROWD, ground.questions());
            ground.report().figure("warm after rounds", ground.warmUp(crowd));
            try (var watch = new Watch(ground.nodes())) {
                var traffic = crowd.run(counted);
                var usage = watch.end();
                ground.report().figure("answers a second", traffic.perSecond(counted));
                tell(traffic);
                ground.tellBound(usage);
                ground.tellPermits(traffic, caller);
                return usage;
            }
        }
    }

    private void tell(Traffic traffic) {
        ground.report().figure("requests", traffic.size());
        ground.report()
                .figure("p50, p99, ms", "%.0f, %.0f".formatted(traffic.percentile(0.5), traffic.percentile(0.99)));
        ground.report().figure("not answered", traffic.failures());
    }

    private void tell(Map<String, Usage> found) throws Exception {
        var tables = new NeedsTables(found, ground.allowed());
        ground.report()
                .section("CPU in millicores, on average / at most; nodes have %.0f cores"
                        .formatted(ground.nodes().allCores()));
        ground.report().table(tables.cpu());
        ground.report().section("Memory in MiB, on average / at most");
        ground.report().table(tables.memory());
        ground.report()
                .check(
                        "kubelets tell of every container",
                        tables.isWhole(),
                        "of some nothing was heard at some moment; see the tables");
    }
}
