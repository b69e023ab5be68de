package dev.universalapi.bench.compose;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What users do: they ask, what they asked is counted, and a part that dies comes back.
///
/// @param owner may see what was used
/// @param developer asks
record Life(Composition composition, Caller owner, Caller developer, Report report) {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int QUESTIONS = 20;

    void play() throws Exception {
        report.section("Asking, by the keys that were printed");
        var seconds = Patience.secondsUntil(LONGEST, () -> ask(0).status() == 200);
        report.figure("first answer after, s", seconds);
        var first = ask(0);
        report.check("weather is answered", first.status() == 200, first.toString());
        report.check("by the sandbox", first.at("/meta/mode").equals("sandbox"), first.toString());
        counted();
        for (var part : List.of("search-service", "gateway", "sandbox")) {
            dies(part);
        }
    }

    private Caller.Answer ask(int number) throws Exception {
        return developer.get("/api/weather/current?latitude=%.2f&longitude=2.35".formatted(40 + number / 10.0));
    }

    private void counted() throws Exception {
        var asked = new ArrayList<String>();
        for (var i = 1; i <= QUESTIONS; i++) {
            var answer = ask(i);
            if (answer.status() == 200) {
                asked.add(answer.headers().firstValue("X-Request-Id").orElse(""));
            }
        }
        report.check("each of " + QUESTIONS + " is answered", asked.size() == QUESTIONS, asked.size() + " are");
        var seconds = Patience.secondsUntil(LONGEST, () -> known().containsAll(asked));
        report.figure("all of it counted after, s", seconds);
        var missing = new HashSet<>(asked);
        missing.removeAll(known());
        report.check("each is counted in analytics", missing.isEmpty(), missing + " are not");
    }

    private Set<String> known() throws Exception {
        var ids = new HashSet<String>();
        owner.get("/api/requests?limit=100")
                .body()
                .path("data")
                .forEach(request -> ids.add(request.path("id").asString("")));
        return ids;
    }

    private void dies(String part) throws Exception {
        var well = composition.crash(part);
        report.figure(part + " killed, well again after, s", well);
        var answered =
                Patience.secondsUntil(LONGEST, () -> ask(30 + part.length()).status() == 200);
        report.check(
                part + " comes back, and questions are answered",
                well >= 0 && answered >= 0,
                String.format(Locale.ROOT, "well %.1f, answered %.1f", well, answered));
    }
}
