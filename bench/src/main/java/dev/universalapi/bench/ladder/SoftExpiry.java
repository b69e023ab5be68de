package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Load.Question;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;

/// A hundred callers meet an answer that is no longer fresh: all get it at once, and one call renews it.
final class SoftExpiry implements Scene {
    private static final String OWN = "proof-brief";
    private static final String PATH = "/api/weather/current?latitude=-33.4&longitude=151.2";

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("A hundred callers of an answer that is no longer fresh");
        try (var own = OwnProvider.add(stage, OWN, "    cache: ", "3s")) {
            var question = new Question(PATH, own.only());
            var first = stage.gateway().get(question.path(), question.headers());
            Thread.sleep(Duration.ofMillis(3300));
            stage.sandbox().delete("/sandbox/requests");
            var traffic = new Load(stage.gateway(), 200, () -> question).run(Duration.ofMillis(500));
            Thread.sleep(Duration.ofMillis(500));
            var calls = Upstream.calls(stage, OwnProvider.LIKE);
            report.check("asked for the first time", first.status() == 200, first.toString());
            report.check("all are answered", traffic.share() == 1, traffic.toString());
            report.check("one call renews it", calls == 1, calls + " calls");
        }
    }
}
