package dev.universalapi.bench.durable;

import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Steady;
import dev.universalapi.bench.trial.Traffic;
import dev.universalapi.launcher.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A running suite under load that goes on while it suffers.
///
/// @param deaths of processes that were killed, as they happen
/// @param topic of usage
record Act(
        Stage stage,
        TwoDoors doors,
        Steady load,
        Questions questions,
        Ledger ledger,
        KafkaTopic topic,
        List<Death> deaths,
        Report report,
        Scale scale) {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /// A process that was killed.
    ///
    /// @param second of the load
    record Death(String part, double second, long pid) {}

    /// Something that is done to the suite.
    @FunctionalInterface
    interface Blow {
        void strike() throws Exception;
    }

    Suite suite() {
        return stage.suite();
    }

    /// Does it, and tells what became of the requests meanwhile.
    Traffic under(String name, Blow blow) throws Exception {
        var from = load.now();
        blow.strike();
        var traffic = load.between(from, load.now());
        report.figure(
                name,
                "%.2f %% of %d answered, p99 %.0f ms, %.1f s"
                        .formatted(100 * traffic.share(), traffic.size(), traffic.percentile(0.99), load.now() - from));
        if (traffic.answered() < traffic.size()) {
            report.figure("  not answered", traffic.failures());
            traffic.samples().forEach(sample -> report.figure("    such as", sample));
        }
        return traffic;
    }

    /// Waits until usage of now is counted.
    void counted(String when) throws InterruptedException {
        var now = Instant.now();
        var seconds = Patience.secondsUntil(LONGEST, () -> ledger.latest().isAfter(now));
        report.check("usage is counted again " + when, seconds >= 0, "not within " + LONGEST.toSeconds() + " s");
    }
}
