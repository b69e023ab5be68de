package dev.universalapi.bench.search;

import dev.universalapi.bench.search.Heard.Ear;
import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same to who listens: results as they come, the slow source's too, and nothing twice after a break.
final class SlowStream implements Scene {
    private static final double SOON = 20;
    private static final long APART = 150;

    private final Phrases phrases;
    private final int listeners;

    SlowStream(Phrases phrases, int listeners) {
        this.phrases = phrases;
        this.listeners = listeners;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("The same to %d who listen".formatted(listeners));
        var slow = SlowSource.slowOne(Desk.sources(new Desk(stage.gateway()).get(phrases.text())));
        try (var world = new World(stage);
                var http = HttpClient.newHttpClient()) {
            world.slow(slow, SlowSource.SLOW_MILLIS, SlowSource.QUICK_MILLIS);
            var ear = new Ear(http, stage.suite());
            for (var i = 0; i < 3; i++) {
                ear.listen(phrases.text()); // the first ones pay for the start
            }
            tell(report, listen(ear), slow);
            resumed(report, ear);
        }
    }

    private List<Heard> listen(Ear ear) throws Exception {
        var listening = new ArrayList<Future<Heard>>();
        try (var ears = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < listeners; i++) {
                Callable<Heard> one = () -> ear.listen(phrases.text());
                listening.add(ears.submit(one));
                Thread.sleep(APART);
            }
        }
        var heard = new ArrayList<Heard>();
        for (var one : listening) {
            heard.add(one.get());
        }
        return heard;
    }

    private static void tell(Report report, List<Heard> heard, String slow) {
        report.checkAll("a search begins with its plan and ends with `done`", heard.size(), not(heard, Heard::whole));
        report.checkAll("the slow source arrives", heard.size(), not(heard, one -> arrives(one, slow)));
        report.checkAll("in the end everything was searched", heard.size(), not(heard, one -> coverage(one) == 1));
        var gaps = heard.stream().mapToDouble(Heard::afterPlan).sorted().toArray();
        var plans = heard.stream()
                .mapToDouble(one -> one.events().isEmpty()
                        ? Double.MAX_VALUE
                        : one.events().getFirst().millis())
                .sorted()
                .toArray();
        report.figure("the plan after, ms, in the middle", plans[plans.length / 2]);
        report.figure(
                "the next event after the plan, ms, in the middle and last",
                gaps[gaps.length / 2] + ", " + gaps[gaps.length - 1]);
        var within = gaps[gaps.length * 95 / 100];
        report.check("95 in 100 hear something within 20 ms of the plan", within <= SOON, within + " ms");
    }

    private static boolean arrives(Heard heard, String slow) {
        var told = heard.of(slow);
        return !told.isEmpty()
                && told.getLast().body().path("outcome").asString("").equals("ok")
                && told.getLast().millis() >= SlowSource.SLOW_MILLIS;
    }

    private static double coverage(Heard heard) {
        return heard.events().stream()
                .filter(event -> event.name().equals("coverage"))
                .reduce((_, last) -> last)
                .map(event -> event.body().path("coverage").asDouble(-1))
                .orElse(-1.0);
    }

    // who comes back hears what is missing, and nothing a second time
    private void resumed(Report report, Ear ear) throws Exception {
        var text = phrases.text();
        var before = ear.listen(text, "", event -> event.name().equals("source"));
        var after = ear.listen(text, before.events().getLast().id(), _ -> false);
        var ids = new ArrayList<>(before.events().stream().map(Heard.Event::id).toList());
        ids.addAll(after.events().stream().map(Heard.Event::id).toList());
        report.check(
                "who comes back hears the rest, once",
                !after.events().isEmpty()
                        && after.events().getLast().name().equals("done")
                        && ids.stream().distinct().count() == ids.size()
                        && !after.events().getFirst().name().equals("plan"),
                before + "; then " + after);
    }

    private static List<String> not(List<Heard> heard, java.util.function.Predicate<Heard> wanted) {
        return heard.stream().filter(wanted.negate()).map(Heard::toString).toList();
    }
}
