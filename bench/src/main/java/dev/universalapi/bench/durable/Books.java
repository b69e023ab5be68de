package dev.universalapi.bench.durable;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Traffic;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Compares three books once all is quiet: what callers got, what Kafka acknowledged, and what was counted.
final class Books {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String POISON = "poison-";
    private static final String SEARCH = "search-service";
    /// How long an answer may be out before its usage is acknowledged: it waits for others, and for the disk.
    private static final double IN_HAND_SECONDS = 1;

    private final Act act;
    private final Report report;

    Books(Act act) {
        this.act = act;
        this.report = act.report();
    }

    /// @param traffic all that was asked, and is over
    void close(Traffic traffic) throws Exception {
        report.section("The books");
        var seconds = Patience.secondsUntil(LONGEST, this::isAllCounted);
        report.figure("all that Kafka has is counted after, s", seconds);
        report.check("consumers go on where they were, to the end", seconds >= 0, "they are behind still");
        var told = told();
        var counted = act.ledger().raw();
        exactlyOnce(told, counted);
        sums(counted.size());
        var lost = gaps(told);
        requests(traffic, counted, lost);
        resumed(told.size());
    }

    private boolean isAllCounted() throws Exception {
        return act.ledger().count("") == Told.identities(told()).size();
    }

    /// What Kafka has, without what cannot be counted: of two that call themselves the same the first is counted.
    private List<Told> told() {
        return Told.read(act.topic().contents()).stream()
                .filter(one -> !one.producer().equals("poison-short"))
                .toList();
    }

    private void exactlyOnce(List<Told> told, List<Ledger.Counted> counted) {
        var events =
                counted.stream().map(one -> one.source() + " " + one.event()).toList();
        var once = new HashSet<>(events);
        var acknowledged = Told.identities(told);
        report.figure("events in Kafka", told.size());
        report.figure("of them told again, poison and its replays included", told.size() - acknowledged.size());
        report.figure("events counted", counted.size());
        report.check("no event is counted twice", once.size() == events.size(), events.size() - once.size() + " are");
        report.checkAll("each acknowledged event is counted", acknowledged.size(), beyond(acknowledged, once));
        report.checkAll("nothing else is counted", once.size(), beyond(once, acknowledged));
    }

    private static List<String> beyond(Set<String> these, Set<String> those) {
        return these.stream().filter(one -> !those.contains(one)).toList();
    }

    private void sums(int counted) throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        var compared =
                act.doors().get("/api/operations/rollups?from=" + today.minusDays(1) + "&to=" + today.plusDays(1));
        report.check(
                "minutes, hours and days sum up to what is raw",
                compared.status() == 200
                        && compared.body().path("count").asInt(-1) == 0
                        && compared.body().path("next").isNull(),
                compared.toString());
        var summed = act.ledger().summed();
        report.check("all days together too", summed == counted, summed + " of " + counted);
    }

    /// How much was lost, as analytics-service says; which must be what Kafka does not have.
    private long gaps(List<Told> told) throws Exception {
        var reported = new TreeMap<String, Long>();
        act.doors()
                .get("/api/analytics/gaps")
                .body()
                .path("data")
                .forEach(gap -> reported.put(
                        gap.path("producer").asString(""), gap.path("missing").asLong()));
        var missing = Told.missing(told);
        reported.keySet().removeIf(producer -> producer.startsWith(POISON));
        missing.keySet().removeIf(producer -> producer.startsWith(POISON));
        var sum = reported.values().stream().mapToLong(Long::longValue).sum();
        report.figure("events reported as gaps", sum);
        report.check(
                "gaps are what Kafka does not have", reported.equals(missing), reported + " instead of " + missing);
        return sum;
    }

    /// Each answer must be settled once; but for what was reported, and for what a process had in hand when it was
    /// killed: nobody knows how far it would have numbered.
    private void requests(Traffic traffic, List<Ledger.Counted> counted, long lost) {
        var settled = counted.stream()
                .filter(Ledger.Counted::settles)
                .collect(Collectors.groupingBy(Ledger.Counted::request, Collectors.counting()));
        Map<String, Double> answers = traffic.answers();
        var inHand = new ArrayList<String>();
        var unexplained = new ArrayList<String>();
        answers.forEach((request, second) -> {
            if (!settled.containsKey(request)) {
                (isInHand(second) ? inHand : unexplained).add(request + " of second " + second.intValue());
            }
        });
        var again = answers.keySet().stream()
                .filter(request -> settled.getOrDefault(request, 0L) > 1)
                .count();
        report.figure("requests answered", answers.size());
        report.figure("of them settled by two processes, asked one after the other", again);
        report.figure("of them lost with the process that had them", inHand.size());
        report.figure("of them lost otherwise", unexplained.size());
        report.check(
                "what is missing lies in gaps that are reported",
                unexplained.size() <= lost,
                unexplained.size() + " are missing, reported are " + lost + ": "
                        + unexplained.stream().limit(20).toList());
        report.check(
                "few had to be asked twice",
                again <= act.deaths().size(),
                again + " in " + act.deaths().size() + " deaths");
    }

    private boolean isInHand(double second) {
        return act.deaths().stream()
                .filter(death -> death.part().equals(SEARCH))
                .anyMatch(death -> second > death.second() - IN_HAND_SECONDS && second <= death.second());
    }

    /// A consumer that had forgotten where it was would begin at the beginning.
    private void resumed(int told) throws Exception {
        var instance = act.suite().instances("analytics-service").getFirst();
        double arrived;
        double again;
        try (var caller = new Caller(instance.management(), Map.of())) {
            var text = caller.get("/actuator/prometheus").text();
            again = sum(text, "events_duplicates_total");
            arrived = sum(text, "events_handled_total") + again;
        }
        report.figure("events that came again to the last consumer", (long) again);
        report.check(
                "it did not begin at the beginning",
                arrived > 0 && arrived < told,
                (long) arrived + " of " + told + " came to it");
    }

    private static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
