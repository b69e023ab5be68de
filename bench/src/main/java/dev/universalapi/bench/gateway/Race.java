package dev.universalapi.bench.gateway;

import dev.universalapi.bench.trial.Report;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Several addresses asked in turns, in one run, since machines are noisy. What counts are ratios.
///
/// @param yardstick the name of the one that all are compared with
record Race(Wrk wrk, List<Target> targets, String yardstick) {
    /// By less it becomes faster by chance.
    private static final double GAIN = 1.05;

    /// One that is measured.
    record Target(String name, URI address, Map<String, String> headers) {}

    /// What one was found to do.
    private record Round(String name, Wrk.Result result) {}

    /// What came of it.
    record Outcome(Race race, List<Round> rounds) {
        /// How many requests a second one answered, as a part of what another did.
        double ratio(String name, String other) {
            return median(name).perSecond() / median(other).perSecond();
        }

        private Wrk.Result median(String name) {
            var sorted = rounds.stream()
                    .filter(round -> round.name().equals(name))
                    .map(Round::result)
                    .sorted(Comparator.comparingDouble(Wrk.Result::perSecond))
                    .toList();
            return sorted.get(sorted.size() / 2);
        }

        /// A line for each, and a check that none of them failed.
        void tell(Report report) {
            for (var target : race.targets()) {
                var middle = median(target.name());
                report.figure(
                        target.name(),
                        "%.0f/s, %.3f of %s, p50 %.2f ms, p99 %.2f ms"
                                .formatted(
                                        middle.perSecond(),
                                        ratio(target.name(), race.yardstick()),
                                        race.yardstick(),
                                        middle.p50Millis(),
                                        middle.p99Millis()));
            }
            var wrong = rounds.stream()
                    .filter(round -> !round.result().wrong().isEmpty())
                    .map(round -> round.name() + ": " + round.result().wrong())
                    .toList();
            report.checkAll("everything is answered", rounds.size(), wrong);
        }
    }

    /// Asks in turns until nobody becomes faster any more: a program that is compiled while it runs takes a minute and
    /// more on two cores.
    ///
    /// @param most turns
    void warmUp(int connections, int seconds, int most) throws Exception {
        var best = new HashMap<String, Double>();
        var faster = true;
        for (var turn = 0; turn < most && faster; turn++) {
            faster = false;
            for (var target : targets) {
                var now = wrk.run(target.address(), connections, seconds, target.headers())
                        .perSecond();
                var before = best.getOrDefault(target.name(), 0.0);
                faster |= now > before * GAIN;
                best.put(target.name(), Math.max(now, before));
            }
        }
    }

    Outcome run(int connections, int times, int seconds) throws Exception {
        var rounds = new ArrayList<Round>();
        for (var round = 0; round < times; round++) {
            for (var target : targets) {
                rounds.add(new Round(target.name(), wrk.run(target.address(), connections, seconds, target.headers())));
            }
        }
        return new Outcome(this, List.copyOf(rounds));
    }
}
