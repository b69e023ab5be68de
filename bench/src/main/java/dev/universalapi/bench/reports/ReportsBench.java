package dev.universalapi.bench.reports;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.contracts.house.Allowed;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.SuiteOptions;
import dev.universalapi.platform.security.TokenMint;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long analytics-service takes for each report of a day of a million sums by minute of one organisation, asked
/// past the gateway, with nothing else to do.
@Allowed(
        rule = "arrows",
        because = "it asks one service alone, as the gateway does, which mints tokens by platform's own code")
public final class ReportsBench implements Trial {
    private static final long WANTED_MILLIS = 300;
    private static final int MILLION = 1_000_000;
    /// As many as make a million in a day of 1,440 minutes.
    private static final int SERIES = 695;

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "reports ")) {
            var home = new Home(folder.path().resolve("home"));
            var options = new SuiteOptions(
                    scale.project(), home, Optional.of(Mode.SANDBOX), Optional.empty(), Map.of(), false);
            try (var suite = Suite.start(options, Terminal.silent())) {
                var day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
                fill(suite, day, report);
                var key = new Identity(home.identity()).signingKey();
                var mint = TokenMint.of(Files.readString(key), InstantSource.system());
                try (var caller = new Caller(
                        suite.instances("analytics-service").getFirst().address(), Map.of())) {
                    measure(new Visitor(caller, mint), new Questions(day).all(), report, scale);
                }
            }
        }
    }

    private static void fill(Suite suite, LocalDate day, Report report) throws Exception {
        report.section("A day of usage");
        var begun = System.nanoTime();
        try (var filling = Filling.of(suite, day, SERIES)) {
            var rows = filling.fill();
            report.figure("sums by minute of the one organisation", rows);
            report.figure("written after, s", (System.nanoTime() - begun) / 1e9);
            report.check("they are a million", rows >= MILLION, String.valueOf(rows));
        }
    }

    private static void measure(Visitor visitor, Map<String, List<String>> questions, Report report, Scale scale)
            throws Exception {
        for (var paths : questions.values()) {
            visitor.ask(paths.subList(0, WARM_UP));
        }
        report.section("Reports of it, first pages and second; p50 / p95 / longest ms, and the longest");
        var slow = new ArrayList<String>();
        for (var kind : questions.entrySet()) {
            var times = new ArrayList<Visitor.Took>();
            for (var round = 0; round < scale.of(ROUNDS, 1); round++) {
                times.addAll(visitor.ask(kind.getValue()));
            }
            times.sort(Comparator.comparingLong(Visitor.Took::millis));
            var longest = times.getLast();
            var p95 = at(times, 0.95);
            report.figure(
                    kind.getKey(), "%4d %4d %4d  %s".formatted(at(times, 0.5), p95, longest.millis(), longest.path()));
            if (p95 > WANTED_MILLIS) {
                slow.add("%s: %d ms".formatted(kind.getKey(), p95));
            }
        }
        report.checkAll("p95 of each within %d ms".formatted(WANTED_MILLIS), questions.size(), slow);
    }

    private static long at(List<Visitor.Took> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1))).millis();
    }
}
