package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A changed file of settings is live within 15 s, without a restart and without leaving discovery; a bad value changes
/// nothing.
final class LiveSetting implements Scene {
    private static final String WEATHER = "/api/weather/current?latitude=48.85&longitude=2.35";
    private static final Duration LIMIT = Duration.ofSeconds(15);
    /// One after the other: the second is asked by nobody when its turn comes, since all ask the first.
    private static final List<String> EITHER = List.of("open-meteo", "met-norway");
    private static final int LOOKS = 24;
    private static final String KEY = "universal.live.routing.order: ";

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("A setting changed while running");
        var file = stage.home().resolve("config/search-service.yml");
        try {
            var away = new AtomicInteger();
            for (var wanted : EITHER) {
                var seconds = prefer(wanted, stage, file, away);
                report.figure(wanted + " is asked by every replica after, s", seconds);
                report.check(wanted + " is asked by every replica within 15 s", seconds >= 0, plan(stage));
            }
            report.check("the service stayed registered throughout", away.get() == 0, away + " looks found it gone");

            var told = apply(
                    stage,
                    file,
                    KEY + "[\"No Such Id!\"]\n",
                    () -> stage.health("search-service").contains("universal.live.routing"));
            report.check("a bad value is told by health", told >= 0, stage.health("search-service"));
            report.check("and keeps the old one", everyReplicaAsks(stage, EITHER.getLast()), plan(stage));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double prefer(String wanted, Stage stage, Path file, AtomicInteger away) throws Exception {
        return apply(stage, file, KEY + "[" + wanted + "]\n", () -> {
            away.addAndGet(stage.registered("search-service") ? 0 : 1);
            return everyReplicaAsks(stage, wanted);
        });
    }

    private static double apply(Stage stage, Path file, String text, Patience.Condition condition) throws Exception {
        Files.createDirectories(stage.home().resolve("config"));
        Files.writeString(file, text);
        return Patience.secondsUntil(LIMIT, condition);
    }

    private static boolean everyReplicaAsks(Stage stage, String wanted) throws Exception {
        for (var i = 0; i < LOOKS; i++) {
            if (!provider(stage).equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    /// Who would be asked, and why.
    private static String plan(Stage stage) throws Exception {
        return stage.fresh().get(WEATHER + "&dryRun=true").text();
    }

    private static String provider(Stage stage) throws Exception {
        return stage.fresh().get(WEATHER).at("/meta/provider");
    }
}
