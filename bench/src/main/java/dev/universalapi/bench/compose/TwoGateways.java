package dev.universalapi.bench.compose;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.List;

/// The profile of two gateways behind one port: either may go.
///
/// @param door to both
record TwoGateways(Composition composition, Caller door, Report report) {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int QUESTIONS = 40;

    void play() throws Exception {
        report.section("Two gateways behind one port");
        var up = composition.up("two-gateways");
        report.check("both are well", up.isGood(), up.text());
        if (!up.isGood()) {
            return;
        }
        var ready = Patience.secondsUntil(LONGEST, () -> answered(4) == 4);
        report.check("the port answers", ready >= 0, "not within a minute");
        all("with both");
        for (var gone : List.of("gateway", "gateway-2")) {
            composition.engine().docker("stop", composition.container(gone));
            all("without " + gone);
            var back = composition.up("two-gateways");
            report.check(gone + " comes back", back.isGood(), back.text());
        }
    }

    private void all(String when) throws Exception {
        var answered = answered(QUESTIONS);
        report.check(QUESTIONS + " questions are answered " + when, answered == QUESTIONS, answered + " are");
    }

    private int answered(int questions) throws Exception {
        var good = 0;
        for (var i = 0; i < questions; i++) {
            good += door.get("/api/weather/current?latitude=48.85&longitude=%d".formatted(i))
                                    .status()
                            == 200
                    ? 1
                    : 0;
        }
        return good;
    }
}
