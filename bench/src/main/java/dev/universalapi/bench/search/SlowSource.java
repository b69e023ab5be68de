package dev.universalapi.bench.search;

import dev.universalapi.bench.search.Desk.Source;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Load.Question;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One source takes 2 s, all others 20 ms, and nobody asked before: the plain call waits for those who are quick, and
/// what it did not wait for is there a moment later.
final class SlowSource implements Scene {
    static final int SLOW_MILLIS = 2_000;
    static final int QUICK_MILLIS = 20;
    private static final double TARGET = 150;
    private static final double ADDED = 120;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration CAME = Duration.ofMillis(SLOW_MILLIS + 1_500);

    private final String topic;
    private final String slow;
    private final Supplier<String> texts;
    private final int perSecond;
    private final Duration warmUp;
    private final Duration duration;

    /// @param topic what the texts are about
    /// @param slow the operation that takes long
    /// @param texts that nobody searched before
    /// @param perSecond how many of them are asked
    SlowSource(String topic, String slow, Supplier<String> texts, int perSecond, Duration warmUp, Duration duration) {
        this.topic = topic;
        this.slow = slow;
        this.texts = texts;
        this.perSecond = perSecond;
        this.warmUp = warmUp;
        this.duration = duration;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("%s: one source of 2 s among others of 20 ms, %d searches a second".formatted(topic, perSecond));
        var desk = new Desk(stage.gateway());
        try (var world = new World(stage)) {
            var asked = Desk.sources(askingOf(desk, slow));
            report.figure("sources", asked.stream().map(Source::operation).toList());
            report.check("several are asked", asked.size() > 2, asked.toString());
            report.figure("the slow one", slow);
            world.slow(slow, SLOW_MILLIS, QUICK_MILLIS);
            var load = new Load(desk, perSecond, () -> new Question(texts.get()));
            Patience.secondsUntil(warmUp, () -> load.run(LOOK).percentile(0.95) <= TARGET);
            desk.seen();
            tell(report, load.run(duration), desk.seen(), slow);
            laterThere(report, desk, slow);
        }
    }

    private static void tell(Report report, Traffic traffic, List<Source> seen, String slow) {
        var quick = percentiles(seen, slow);
        var slowest =
                quick.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        report.figure("95 in 100 of each quick source within, ms", quick);
        report.figure("p50 of the plain call, ms", traffic.percentile(0.5));
        report.figure(
                "p95 of the plain call, ms (150 on the machine of docs/performance.md)", traffic.percentile(0.95));
        report.figure("p99 of the plain call, ms", traffic.percentile(0.99));
        report.figure("within 150 ms", traffic.percentile(0.95) <= TARGET ? "yes" : "no");
        report.check("every search is answered", traffic.share() == 1, traffic.toString());
        report.check(
                "p95 is at most 120 ms more than that of the slowest quick source",
                traffic.percentile(0.95) <= slowest + ADDED,
                "%.1f ms, the slowest quick source %.1f ms".formatted(traffic.percentile(0.95), slowest));
        var told =
                seen.stream().filter(source -> source.operation().equals(slow)).toList();
        report.checkAll(
                "the slow one is listed, with its reason where it was not waited for",
                told.size(),
                told.stream()
                        .filter(source -> !source.answered() && source.reason().isEmpty())
                        .map(Source::toString)
                        .toList());
    }

    private static Map<String, Double> percentiles(List<Source> seen, String slow) {
        var byOperation = seen.stream()
                .filter(source -> source.answered() && !source.operation().equals(slow))
                .collect(Collectors.groupingBy(Source::operation, TreeMap::new, Collectors.toList()));
        var percentiles = new TreeMap<String, Double>();
        byOperation.forEach((operation, sources) -> percentiles.put(operation, percentile(sources)));
        return percentiles;
    }

    private static double percentile(List<Source> sources) {
        var sorted = sources.stream().mapToDouble(Source::millis).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.floor(0.95 * sorted.length))];
    }

    // the engine goes on, and keeps what comes
    private void laterThere(Report report, Desk desk, String slow) throws Exception {
        var text = texts.get();
        var first = desk.get(text);
        while (!isAsked(first, slow)) {
            text = texts.get();
            first = desk.get(text);
        }
        Thread.sleep(CAME);
        var again = desk.get(text);
        var there = Desk.sources(again).stream()
                .anyMatch(source -> source.operation().equals(slow) && source.answered());
        report.check(
                "what was not waited for is kept for who asks again",
                Desk.coverage(first) < 1 && there,
                Desk.sources(first) + "; again: " + Desk.sources(again));
    }

    // a text may be taken for something else
    private Caller.Answer askingOf(Desk desk, String operation) throws Exception {
        var answer = desk.get(texts.get());
        while (!isAsked(answer, operation)) {
            answer = desk.get(texts.get());
        }
        return answer;
    }

    private static boolean isAsked(Caller.Answer answer, String operation) {
        return Desk.sources(answer).stream()
                .anyMatch(source -> source.operation().equals(operation));
    }
}
