package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.parity.Parity;
import dev.universalapi.bench.spoilt.ExtraFields;
import dev.universalapi.bench.spoilt.MissingFields;
import dev.universalapi.bench.spoilt.OtherTypes;
import dev.universalapi.bench.spoilt.WrongShapes;
import dev.universalapi.bench.stage.Forgiving;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.SuiteOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The proof `catalogue`.
public final class CatalogueProof implements Trial {
    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        Counts.load(report, scale);
        var stock = Stock.of(scale.project());
        Counts.tell(report, stock);
        report.section("Every sample through the engine");
        EverySample.prove(report, stock);
        report.section("Samples, spoilt");
        ExtraFields.prove(report, stock);
        MissingFields.prove(report, stock);
        OtherTypes.prove(report, stock);
        report.section("Wrong shapes");
        WrongShapes.prove(report, stock);
        running(report, scale, stock);
    }

    private static void running(Report report, Scale scale, Stock stock) throws Exception {
        try (var folder = Folder.make(scale.project(), "catalogue ")) {
            var home = folder.path().resolve("home");
            var options = new SuiteOptions(
                    scale.project(),
                    new Home(home),
                    Optional.of(Mode.SANDBOX),
                    Optional.empty(),
                    Map.of(),
                    false,
                    Map.of("search-service", Forgiving.SETTINGS),
                    SuiteOptions.COUNTING);
            try (var suite = Suite.start(options, Terminal.silent());
                    var stage = new Stage(scale.project(), home, suite)) {
                for (var scene : List.of(
                        new ThroughGateway(stock, !scale.brief()),
                        new Parity(),
                        new Recorded(stock, scale),
                        new Refusals(stock, !scale.brief()))) {
                    var begun = System.nanoTime();
                    scene.play(stage, report);
                    report.figure("took, s", (System.nanoTime() - begun) / 1e9);
                }
            }
        }
    }
}
