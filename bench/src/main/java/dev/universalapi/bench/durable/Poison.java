package dev.universalapi.bench.durable;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Events that cannot be handled: of a process whose clock is ninety minutes ahead, which analytics-service refuses to
/// believe until an operator allows for it by setting; and some that no setting helps.
final class Poison {
    private static final String PATH = "/api/operations/dead-letters";
    private static final String AHEAD = "poison-ahead";
    private static final int COUNT = 20;
    /// No JSON, and one without its unit.
    private static final int UNREADABLE = 2;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Act act;
    private final Report report;

    Poison(Act act) {
        this.act = act;
        this.report = act.report();
    }

    void sow() throws Exception {
        report.section("Poison");
        var now = Instant.now();
        try (var writer = act.topic().writer()) {
            for (var i = 1; i <= COUNT; i++) {
                writer.send("acme", Written.usage("search-service", AHEAD, i, now.plus(Duration.ofMinutes(90)), 1));
            }
            writer.send("acme", "this is no JSON");
            writer.send(
                    "acme",
                    Written.usage("search-service", "poison-short", 1, now, 1).replace("\"unit\"", "\"eenheid\""));
            writer.send("acme", Written.usage("search-service", "poison-twice", 1, now, 1));
            writer.send("acme", Written.usage("search-service", "poison-twice", 1, now, 2));
            writer.acknowledged();
        }
        var seconds = Patience.secondsUntil(LONGEST, () -> letters("") == COUNT + UNREADABLE + 1);
        report.figure("dead letters after, s", seconds);
        report.check("each is a dead letter", seconds >= 0, told(""));
        report.check(
                "each for its own reason",
                letters("&cause=failed") == COUNT
                        && letters("&cause=unreadable") == UNREADABLE
                        && letters("&cause=conflict") == 1,
                told(""));
        act.counted("past the poison");
        report.check("what is dead is not counted", act.ledger().count(AHEAD) == 0, "some of it is");
    }

    /// Analytics-service heeds it when it is started next.
    void mend() throws IOException {
        act.stage().settings("analytics-service", "universal.analytics.intake.early: 6h");
    }

    /// After the next start.
    void replay() throws Exception {
        report.section("Poison replayed");
        var replayed = act.doors().post(PATH + "/replay?cause=failed");
        report.check("all are sent back", replayed.body().path("replayed").asInt() == COUNT, replayed.toString());
        var seconds = Patience.secondsUntil(LONGEST, () -> act.ledger().count(AHEAD) == COUNT);
        report.figure("counted after, s", seconds);
        report.check("all are counted", seconds >= 0, act.ledger().count(AHEAD) + " are; " + told(""));
        for (var letter : list("&cause=failed&replayed=true")) {
            act.doors().post(PATH + "/" + letter.path("id").asString() + "/replay");
        }
        act.counted("past what was sent back twice");
        report.check("sent back twice, each is counted once", act.ledger().count(AHEAD) == COUNT, "more are");
        report.check("what no setting helps is dead still", letters("") == UNREADABLE + 1, told(""));
    }

    private int letters(String more) throws IOException, InterruptedException {
        return list(more).size();
    }

    private List<JsonNode> list(String more) throws IOException, InterruptedException {
        return ask(more).body().path("letters").valueStream().toList();
    }

    private String told(String more) throws IOException, InterruptedException {
        return ask(more).toString();
    }

    private Caller.Answer ask(String more) throws IOException, InterruptedException {
        return act.doors().get(PATH + "?limit=1000" + more, "Accept", "application/json");
    }
}
