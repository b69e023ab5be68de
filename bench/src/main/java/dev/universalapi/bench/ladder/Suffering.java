package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Fault;
import dev.universalapi.bench.stage.Gauges;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Load.Question;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Faults of one operation's providers, and what came of the requests meanwhile.
final class Suffering {
    private static final String SEARCH = "search-service";
    private static final double WANTED = 0.999;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// As many as it takes to come upon either replica, more often than not.
    private static final int ASKED_OF_EACH = 2;

    private final Stage stage;
    private final String operation;
    private final List<String> providers;
    private final Questions questions;
    private final List<String> lost = new ArrayList<>();
    private final List<String> unmet = new ArrayList<>();
    private final List<String> unwell = new ArrayList<>();
    private int faults;
    private int asked;
    private long answered;
    private double slowest;
    private double longest;

    Suffering(Stage stage, String operation, List<String> providers, Questions questions) {
        this.stage = stage;
        this.operation = operation;
        this.providers = providers;
        this.questions = questions;
    }

    /// One fault, once all providers are well: two at once would be another subject. Every second request wants the
    /// one that suffers first, or it might not be asked at all.
    void play(String provider, Fault fault, int perSecond, Duration each) throws Exception {
        var name = provider + " with " + fault.label();
        var waited = Patience.secondsUntil(LONGEST, this::allWell);
        if (waited < 0) {
            unwell.add("before " + name);
        }
        longest = Math.max(longest, waited);
        var before = Upstream.calls(stage, provider);
        stage.sandbox().put("/sandbox/faults/" + provider, fault.order());
        try {
            var traffic = new Load(stage.gateway(), perSecond, half(provider)).run(each);
            faults++;
            asked += traffic.size();
            answered += traffic.answered();
            slowest = Math.max(slowest, traffic.percentile(0.99));
            if (traffic.share() < WANTED) {
                lost.add(name + ": " + traffic);
            }
        } finally {
            stage.sandbox().delete("/sandbox/faults/" + provider);
        }
        if (Upstream.calls(stage, provider) == before) {
            unmet.add(name);
        }
    }

    private Supplier<Question> half(String provider) {
        var either = questions.of(operation);
        var first = questions.first(operation, provider);
        var turn = new AtomicInteger();
        return () -> turn.getAndIncrement() % 2 == 0 ? first.get() : either.get();
    }

    // asking is also what lets a breaker find out: one that may close stays as it is until somebody asks
    private boolean allWell() throws Exception {
        var well = true;
        for (var turn = 0; turn < ASKED_OF_EACH; turn++) {
            for (var provider : providers) {
                well &= answers(provider);
            }
        }
        return well && areWell(stage.gauges(SEARCH));
    }

    private boolean areWell(Gauges gauges) {
        return providers.stream()
                .allMatch(provider -> gauges.everywhere("provider_breaker", provider, breaker -> breaker == 0)
                        && gauges.everywhere("provider_credentials_dead", provider, dead -> dead == 0));
    }

    private boolean answers(String provider) throws Exception {
        var question = questions.first(operation, provider).get();
        var reply = stage.gateway().get(question.path(), question.headers());
        return reply.at("/meta/provider").equals(provider);
    }

    void tell(Report report) {
        report.figure(operation + ": answered of " + asked + ", %", String.format("%.3f", 100.0 * answered / asked));
        report.figure(operation + ": highest p99 under a fault, ms", slowest);
        report.figure(operation + ": longest until all are well again, s", longest);
        report.checkAll(operation + ": all are well again after each fault", faults, unwell);
        report.checkAll(operation + ": each fault is met", faults, unmet);
        report.checkAll(operation + ": 99.9 % answered under each fault", faults, lost);
    }
}
