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
import java.util.stream.Stream;

/// The same to who listens: results as they come, the slow source's too, and nothing twice after a break.
final class SlowStream implements Scene {
    private static final double SOON = 20;
    private static final long APART = 150;
    private static final int KNOWN = 50;

    private final Phrases phrases;
    private final int listeners;

    SlowStream(Phrases phrases, int listeners) {
        this.phrases = phrases;
        this.listeners = listeners;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("The same to %d who listen".formatted(listeners));
        var slow = SearchProof.ONE_OF_SEVERAL;
        try (var world = new World(stage);
                var http = HttpClient.newHttpClient()) {
            world.slow(slow, SlowSource.SLOW_MILLIS, SlowSource.QUICK_MILLIS);
            var ear = new Ear(http, stage.suite());
            for (var i = 0; i < 3; i++) {
                ear.listen(phrases.several()); // the first ones pay for the start
            }
            var heard = listen(ear);
            tell(report, heard, slow);
            firstEvent(report, stage, heard);
            resumed(report, ear);
        }
    }

    private List<Heard> listen(Ear ear) throws Exception {
        var listening = new ArrayList<Future<Heard>>();
        try (var ears = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < listeners; i++) {
                Callable<Heard> one = () -> ear.listen(phrases.several());
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
        report.checkAll(
                "the slow source arrives",
                heard.size(),
                heard.stream()
                        .filter(one -> !arrives(one, slow))
                        .map(one -> one.of(slow).toString())
                        .toList());
        report.checkAll("in the end everything was searched", heard.size(), not(heard, one -> coverage(one) == 1));
    }

    // what any request takes is none of the plan's time
    private static void firstEvent(Report report, Stage stage, List<Heard> heard) throws Exception {
        var known = new ArrayList<Double>();
        for (var i = 0; i < KNOWN; i++) {
            known.add((double) stage.gateway().get("/api/search/categories").millis());
        }
        var way = at(0.5, known.stream());
        var planned = at(0.5, heard.stream().map(Heard::planned));
        report.figure("half of those who listen hear the plan within, ms", planned);
        report.figure("  95 in 100, ms", at(0.95, heard.stream().map(Heard::planned)));
        report.figure("half of the requests for something known take, ms", way);
        report.check(
                "the first event comes within 20 ms of the plan",
                planned <= way + SOON,
                planned + " ms, and " + way + " ms without a search");
    }

    private static double at(double share, Stream<Double> millis) {
        var sorted = millis.mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static boolean arrives(Heard heard, String slow) {
        var told = heard.of(slow);
        return !told.isEmpty()
                && told.getLast().body().at("/outcome").asString("").equals("ok")
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
        var text = phrases.several();
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
