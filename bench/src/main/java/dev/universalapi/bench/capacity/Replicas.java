package dev.universalapi.bench.capacity;

import dev.universalapi.bench.trial.Crowd;
import dev.universalapi.bench.trial.Load.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What three of a part answer beside one, and what bounds them.
record Replicas(Ground ground) {
    private static final int MANY = 3;
    private static final List<String> PARTS = List.of("search-service", "gateway");

    /// How it went.
    private record Round(double perSecond, double p50, double p99, Usage usage) {}

    /// Questions that were asked before, and new ones.
    private record Pair(Round cached, Round fresh) {}

    void measure() throws Exception {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "replicas",
                "lookups",
                "answers a second",
                "three to one",
                "p50, p99 ms",
                "CPU of the nodes",
                "gateway, cores",
                "search-service, cores",
                "who asks, cores"));
        for (var part : PARTS) {
            var least = ground.least(part);
            ground.hold(part, 1);
            var one = rounds("one " + part);
            ground.hold(part, MANY);
            var many = rounds("three of " + part);
            ground.hold(part, least);
            rows.add(row("one " + part, "cached", one.cached(), ""));
            rows.add(row("one " + part, "new", one.fresh(), ""));
            rows.add(row("three of " + part, "cached", many.cached(), ratio(many.cached(), one.cached())));
            rows.add(row("three of " + part, "new", many.fresh(), ratio(many.fresh(), one.fresh())));
        }
        ground.report().section("Replicas, %d connections".formatted(Ground.CROWD));
        ground.report().table(rows);
    }

    private Pair rounds(String name) throws Exception {
        return new Pair(
                round(name + ", cached", ground.questions()::kept), round(name + ", new", ground.questions()::fresh));
    }

    private Round round(String name, Supplier<Question> questions) throws Exception {
        ground.report().section(name);
        var counted = ground.seconds(30);
        try (var caller = ground.suite().caller()) {
            var crowd = new Crowd(caller, Ground.CROWD, questions);
            ground.report().figure("warm after rounds", ground.warmUp(crowd));
            try (var watch = new Watch(ground.nodes())) {
                var traffic = crowd.run(counted);
                var usage = watch.end();
                ground.report().figure("answers a second", traffic.perSecond(counted));
                ground.report().figure("not answered", traffic.failures());
                ground.tellBound(usage);
                ground.tellPermits(traffic, caller);
                return new Round(traffic.perSecond(counted), traffic.percentile(0.5), traffic.percentile(0.99), usage);
            }
        }
    }

    private List<String> row(String replicas, String kind, Round round, String ratio) {
        return List.of(
                replicas,
                kind,
                "%.0f".formatted(round.perSecond()),
                ratio,
                "%.0f, %.0f".formatted(round.p50(), round.p99()),
                "%.0f %%".formatted(100 * round.usage().nodes() / ground.nodes().allCores()),
                cores(round.usage(), "gateway"),
                cores(round.usage(), "search-service"),
                "%.2f".formatted(round.usage().own()));
    }

    private static String cores(Usage usage, String part) {
        return usage.part(part).map(one -> "%.2f".formatted(one.allCores())).orElse("-");
    }

    private static String ratio(Round many, Round one) {
        return "%.2f".formatted(many.perSecond() / one.perSecond());
    }
}
