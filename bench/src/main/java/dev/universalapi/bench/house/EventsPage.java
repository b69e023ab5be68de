package dev.universalapi.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Writes `docs/events.md` from the records of events and their golden files.
final class EventsPage {
    private static final String SOURCES = "libs/contracts/src/main/java/dev/universalapi/contracts/event";
    private static final String GOLDEN = "libs/contracts/src/test/resources/events";
    private static final Map<String, String> PROMISES = Map.of(
            "OUTBOX", "outbox: a fact, told if and only if its transaction was committed",
            "USAGE", "usage: numbered without a gap by each producer; what Kafka did not acknowledge leaves a gap",
            "DIRECT", "direct: may be lost, and how many were is counted");

    private EventsPage() {}

    static String write(Path project) throws IOException, FindingException {
        var lines = new ArrayList<>(List.of(
                "# Events",
                "",
                "Everything that can happen, written by the build from the records in `contracts.event`. Events are CloudEvents 1.0,"
                        + " structured JSON,",
                "on one Kafka topic an owner; the key is the organisation. `source` and `id` name an event: the same pair is the"
                        + " same event, however",
                "often it arrives. A version gains members and loses none; skip what you do not know. What a consumer cannot handle"
                        + " is kept in",
                "`<topic>.dead`."));
        var owner = "";
        for (var event : events(project)) {
            if (!event.owner().equals(owner)) {
                owner = event.owner();
                lines.addAll(List.of("", "## " + owner, "", "Topic `" + owner + ".events`."));
            }
            describe(event, golden(project, event), lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<EventSource> events(Path project) throws IOException, FindingException {
        var events = new ArrayList<EventSource>();
        try (var files = Files.walk(project.resolve(SOURCES))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                EventSource.read(Files.readString(file)).ifPresent(events::add);
            }
        }
        if (events.isEmpty()) {
            throw new FindingException("There is no event in " + SOURCES + ".");
        }
        events.sort(Comparator.comparing(EventSource::owner).thenComparing(EventSource::name));
        return events;
    }

    private static String golden(Path project, EventSource event) throws IOException, FindingException {
        var file = project.resolve(GOLDEN).resolve(event.name() + ".json");
        if (!Files.exists(file)) {
            throw new FindingException("The event " + event.name() + " has no golden file: write " + file + ".");
        }
        return Files.readString(file).strip();
    }

    private static void describe(EventSource event, String golden, List<String> lines) {
        lines.addAll(List.of(
                "",
                "### " + event.name(),
                "",
                event.sentence(),
                "",
                "Promise: " + PROMISES.getOrDefault(event.promise(), event.promise()) + ".",
                "",
                "| member of `data` | type | | meaning |",
                "|---|---|---|---|"));
        for (var member : event.members()) {
            lines.add("| `%s` | %s | %s | %s |"
                    .formatted(
                            member.name(),
                            member.type(),
                            member.optional() ? "may be absent" : "",
                            member.sentence().replace("|", "\\|")));
        }
        lines.addAll(List.of("", "```json", golden, "```"));
    }
}
