package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;

/// What was started a moment ago is slow, and slow is what other scenes are about: asks until it no longer is.
final class WarmUp implements Scene {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int PER_SECOND = 100; // as later scenes ask
    private static final double QUICK_MILLIS = 200;

    private final Questions questions;

    WarmUp(Questions questions) {
        this.questions = questions;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Warm-up");
        var load = new Load(stage.gateway(), PER_SECOND, questions.of("weather/current"));
        var warm = Patience.secondsUntil(LIMIT, () -> load.isQuick(LOOK, QUICK_MILLIS) && LostRedis.isUsedByAll(stage));
        report.figure("warm after, s", warm);
        report.check(
                "both replicas answer quickly, and use Redis", warm >= 0, "not within " + LIMIT.toSeconds() + " s");
    }
}
