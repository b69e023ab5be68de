package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Fault;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Traffic;
import java.io.IOException;
import java.time.Duration;

/// The provider that is asked first falls silent: once breakers are open nobody waits for it, and once it speaks again
/// it is asked first again.
final class SilentFavourite implements Scene {
    private static final String OPERATION = "weather/current";
    private static final String FAVOURITE = "open-meteo";
    private static final String[] FIRST = {"X-Route", "{\"order\":[\"" + FAVOURITE + "\"]}"};
    private static final double ADDED_MILLIS = 300;
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final double MOSTLY = 0.95;
    private static final int SHOWN = 3;

    private final int perSecond;
    private final Duration opens;
    private final Duration each;
    private final Questions questions;

    /// @param opens how long breakers get to open
    SilentFavourite(int perSecond, Duration opens, Duration each, Questions questions) {
        this.perSecond = perSecond;
        this.opens = opens;
        this.each = each;
        this.questions = questions;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("The preferred provider falls silent");
        var load = new Load(stage.gateway(), perSecond, questions.of(OPERATION, FIRST));
        var before = load.run(each);
        report.check("it is asked first before", before.by(FAVOURITE) > before.size() * MOSTLY, before.toString());
        stage.sandbox().put("/sandbox/faults/" + FAVOURITE, Fault.BLACKHOLE.order());
        try {
            var opening = load.run(opens);
            var after = load.run(each.multipliedBy(2));
            var added = after.percentile(0.99) - before.percentile(0.99);
            report.figure("p99 before, ms", before.percentile(0.99));
            report.figure("p99 while breakers open, ms", opening.percentile(0.99));
            report.figure("p99 once they are open, ms", after.percentile(0.99));
            report.check("all answered while they open", opening.share() >= 0.999, opening.toString());
            report.check("all answered once they are open", after.share() >= 0.999, after.toString());
            // one after the other they are probes; close together, the machine stood still
            var slow = after.where(shot -> shot.millis() > before.percentile(0.99) + ADDED_MILLIS);
            report.check(
                    "p99 grows by less than 300 ms",
                    added < ADDED_MILLIS,
                    added + " ms; slow ones were due at, s/10: " + slow.moments() + " " + slow + attempts(stage, slow));
        } finally {
            stage.sandbox().delete("/sandbox/faults/" + FAVOURITE);
        }
        var brief = new Load(stage.gateway(), perSecond, questions.of(OPERATION, FIRST));
        var seconds = Patience.secondsUntil(BACK, () -> {
            var now = brief.run(Duration.ofSeconds(1));
            return now.by(FAVOURITE) > now.size() * MOSTLY;
        });
        report.figure("preferred again after, s", seconds);
        report.check("it is preferred again within 60 s", seconds >= 0, "it is not");
    }

    private static String attempts(Stage stage, Traffic slow) throws IOException, InterruptedException {
        var told = new StringBuilder();
        for (var request : slow.requests(SHOWN)) {
            var receipt = stage.receipt(request).body();
            told.append("; ").append(receipt.path("attempts")).append(receipt.path("candidates"));
        }
        return told.toString();
    }
}
