package dev.universalapi.bench.kind;

import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Parts as they come, a change of provider before the first and never after, an end that is always told.
final class Streams {
    private static final Duration SOON = Duration.ofSeconds(5);

    /// They pay for the start of both processes.
    private static final int FIRST_TALES = 3;

    private final Workshop workshop;
    private final HttpClient http;

    Streams(Workshop workshop, HttpClient http) {
        this.workshop = workshop;
        this.http = http;
    }

    void play(Report report) throws IOException, InterruptedException {
        for (int i = 0; i < FIRST_TALES; i++) {
            Told.of(http, workshop, "quick", "first");
        }
        partsComeOneByOne(report);
        anotherBeginsInstead(report, "sick", "unavailable");
        anotherBeginsInstead(report, "garbage", "unavailable");
        aBreakIsTold(report, "cut", 2, "a stream that is cut midway ends in an error event");
        aBreakIsTold(report, "large", 1, "a part that is too large ends it in an error event");
        whoLeavesEndsIt(report);
    }

    private void partsComeOneByOne(Report report) throws IOException, InterruptedException {
        var tale = Told.of(http, workshop, "paced", "first");
        var parts = tale.events().stream()
                .filter(event -> event.name().equals("part"))
                .toList();
        report.check(
                "a stream is parts, then `done` with its meta",
                tale.whole()
                        && tale.type().startsWith("text/event-stream")
                        && parts.size() == World.PARTS
                        && tale.last("/meta/provider").equals("first"),
                tale.toString());
        var early = World.PACE.multipliedBy(World.PARTS - 2).toMillis();
        var first = parts.isEmpty() ? 0 : parts.getFirst().millis();
        report.figure("first part, end (ms)", first + ", " + tale.millis());
        report.check(
                "parts arrive one by one while the upstream still tells",
                parts.size() > 1 && parts.getLast().millis() - first >= early && tale.millis() - first >= early,
                parts.toString());
    }

    private void anotherBeginsInstead(Report report, String how, String outcome)
            throws IOException, InterruptedException {
        var tale = Told.of(http, workshop, how, "first");
        report.check(
                "who is " + how + " before the first part is followed by another",
                tale.whole()
                        && tale.last("/meta/provider").equals("second")
                        && tale.last("/meta/attempts/0/provider").equals("first")
                        && tale.last("/meta/attempts/0/outcome").equals(outcome)
                        && tale.last("/meta/attempts/1/outcome").equals("ok"),
                tale.toString());
    }

    private void aBreakIsTold(Report report, String how, int parts, String promise)
            throws IOException, InterruptedException {
        var before = workshop.world().tales();
        var tale = Told.of(http, workshop, how, "first");
        var asked = workshop.world().tales() - before;
        report.check(
                promise + ", and nobody else is asked",
                tale.names().size() == parts + 1
                        && tale.names().subList(0, parts).stream().allMatch("part"::equals)
                        && tale.names().getLast().equals("error")
                        && tale.last("/type").endsWith("/stream-broken")
                        && asked == 1,
                asked + " asked; " + tale);
    }

    private void whoLeavesEndsIt(Report report) throws IOException, InterruptedException {
        try (var reader = Reader.open(workshop, "trickle")) {
            reader.until("event: part");
        }
        var seconds = Patience.secondsUntil(SOON, () -> workshop.world().open() == 0);
        report.check("who leaves closes the connection to the upstream", seconds >= 0, "not within " + SOON);
    }

    /// Tales for somebody who reads them at once, until told to stop.
    static List<Told> fast(HttpClient http, Workshop workshop, Patience.Condition over) throws Exception {
        var told = new ArrayList<Told>();
        while (!over.holds()) {
            told.add(Told.of(http, workshop, "quick", "second"));
        }
        return told;
    }
}
