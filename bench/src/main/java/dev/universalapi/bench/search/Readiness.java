package dev.universalapi.bench.search;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// A service that has just started answers at once, by words until its models are there.
final class Readiness implements Scene {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration WARM = Duration.ofSeconds(60);
    private static final long QUICK_MILLIS = 150;
    private static final int IN_A_ROW = 20;

    private final Phrases phrases;

    Readiness(Phrases phrases) {
        this.phrases = phrases;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Just started");
        var desk = new Desk(stage.gateway());
        var first = desk.ask(Map.of("query", "bitcoin"));
        report.figure("the first search, understood by", first.at("/meta/understanding"));
        report.check(
                "the first search is answered, and says how it was understood",
                first.status() == 200 && Set.of("words", "model").contains(first.at("/meta/understanding")),
                first.toString());
        var seconds = Patience.secondsUntil(
                LONGEST,
                () -> desk.ask(Map.of("query", phrases.text()))
                        .at("/meta/understanding")
                        .equals("model"));
        report.figure("models were there after, s", seconds);
        report.check("then it understands by its model", seconds >= 0, "not within " + LONGEST);
        var warm = Patience.secondsUntil(WARM, () -> isQuick(desk));
        report.figure("warm after, s", warm);
    }

    private boolean isQuick(Desk desk) throws Exception {
        var slow = 0;
        for (var i = 0; i < IN_A_ROW; i++) {
            slow += desk.ask(Map.of("query", phrases.text())).millis() > QUICK_MILLIS ? 1 : 0;
        }
        return slow <= 1;
    }
}
