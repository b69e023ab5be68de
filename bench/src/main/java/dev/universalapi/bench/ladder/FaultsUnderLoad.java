package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.CatalogueFolder;
import dev.universalapi.bench.stage.Fault;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Each fault on each provider of a category, one after the other, under load: hardly a request is lost.
final class FaultsUnderLoad implements Scene {
    private static final List<String> OPERATIONS = List.of("weather/current", "exchange/latest", "joke/random");
    /// An error in a 200 may say that the provider wants to be left alone; settings make that a second.
    private static final Duration REST = Duration.ofMillis(1300);
    private static final double WANTED = 0.999;

    private final int perSecond;
    private final Duration each;
    private final Questions questions;

    /// @param each how long each fault lasts
    FaultsUnderLoad(int perSecond, Duration each, Questions questions) {
        this.perSecond = perSecond;
        this.each = each;
        this.questions = questions;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Seven faults on every provider, %d requests a second".formatted(perSecond));
        var catalogue = CatalogueFolder.read(stage.project());
        for (var operation : OPERATIONS) {
            var providers = catalogue.firstOfEach(operation).stream()
                    .map(CatalogueFolder.Expectation::provider)
                    .toList();
            var lost = new ArrayList<String>();
            var asked = 0;
            var answered = 0L;
            var slowest = 0.0;
            for (var provider : providers) {
                for (var fault : Fault.values()) {
                    var traffic = play(stage, operation, provider, fault);
                    asked += traffic.size();
                    answered += traffic.answered();
                    slowest = Math.max(slowest, traffic.percentile(0.99));
                    if (traffic.share() < WANTED) {
                        lost.add(provider + " with " + fault.label() + ": " + traffic);
                    }
                }
            }
            report.figure(
                    operation + ": answered of " + asked + ", %", String.format("%.3f", 100.0 * answered / asked));
            report.figure(operation + ": highest p99 under a fault, ms", slowest);
            report.checkAll(
                    operation + ": 99.9 % answered under each fault", providers.size() * Fault.values().length, lost);
        }
    }

    private Traffic play(Stage stage, String operation, String provider, Fault fault) throws Exception {
        stage.sandbox().put("/sandbox/faults/" + provider, fault.order());
        try {
            return new Load(stage.gateway(), perSecond, questions.of(operation)).run(each);
        } finally {
            stage.sandbox().delete("/sandbox/faults/" + provider);
            Thread.sleep(fault == Fault.ERROR_IN_200 ? REST : Duration.ZERO);
        }
    }
}
