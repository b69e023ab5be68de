package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;

/// One of two replicas is killed under load: hardly a request is lost. An answer that has begun when its replica dies
/// cannot be had from the other, so there must be enough of them for one to be less than what may be lost. Both have
/// served until they are quick: how a process that was started a moment ago bears twice its load is another question.
final class LostReplica implements Scene {
    private static final int PER_SECOND = 100;
    private static final double WANTED = 0.999;
    private static final Duration LOOK = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final double QUICK_MILLIS = 200;

    private final Duration duration;

    /// @param duration of the load; the replica is killed when half of it is over
    LostReplica(Duration duration) {
        this.duration = duration;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("One of two replicas killed under load");
        var replicas = stage.services("search-service").size();
        report.check("two replicas serve", replicas == 2, replicas + " do");
        var load = new Load(stage.fresh(), PER_SECOND, () -> new Load.Question("/api/exchange/latest?base=EUR"));
        var warm = Patience.secondsUntil(LONGEST, () -> load.isQuick(LOOK, QUICK_MILLIS));
        report.figure("warm after, s", warm);
        report.check("they answer quickly", warm >= 0, "not within " + LONGEST.toSeconds() + " s");
        var traffic = load.run(duration, () -> stage.kill("search-service"));
        report.figure("answered of " + traffic.size() + " requests at " + PER_SECOND + "/s, %", 100 * traffic.share());
        report.figure("p99, ms", traffic.percentile(0.99));
        report.check(
                "at least 99.9 % are answered",
                traffic.share() >= WANTED,
                traffic.answered() + " of " + traffic.size() + "; " + traffic.failures() + "; " + traffic);
    }
}
