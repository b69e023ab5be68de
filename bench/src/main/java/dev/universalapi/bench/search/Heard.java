package dev.universalapi.bench.search;

import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A search that was listened to.
///
/// @param type of the content
/// @param millis until the end
record Heard(int status, String type, List<Event> events, double millis) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// @param millis when it came, after the question
    record Event(String id, String name, JsonNode body, double millis) {}

    /// Where it is listened to.
    record Ear(HttpClient http, Suite suite) {
        /// Listens to the end.
        Heard listen(String query) throws IOException, InterruptedException {
            return listen(query, "", _ -> false);
        }

        /// Listens until something is heard.
        ///
        /// @param after the last event that was heard before; empty for a new search
        Heard listen(String query, String after, Predicate<Event> enough) throws IOException, InterruptedException {
            var address = suite.gateway() + "/api/search/stream?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + suite.key());
            if (!after.isEmpty()) {
                request.header("Last-Event-ID", after);
            }
            var begun = System.nanoTime();
            var response = http.send(request.build(), BodyHandlers.ofLines());
            var events = new ArrayList<Event>();
            try (var body = response.body()) {
                read(body.iterator(), begun, events, enough);
            }
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Heard(response.statusCode(), type, events, since(begun));
        }
    }

    private static void read(
            java.util.Iterator<String> lines, long begun, List<Event> events, Predicate<Event> enough) {
        var name = "message";
        var id = "";
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                var event = new Event(id, name, JSON.readTree(line.substring(5)), since(begun));
                events.add(event);
                if (enough.test(event)) {
                    return;
                }
            }
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    boolean whole() {
        return status == 200
                && !events.isEmpty()
                && events.getFirst().name().equals("plan")
                && events.getLast().name().equals("done");
    }

    /// Milliseconds until the plan.
    double planned() {
        return events.isEmpty() ? Double.MAX_VALUE : events.getFirst().millis();
    }

    /// What was said of a source.
    List<Event> of(String operation) {
        return events.stream()
                .filter(event -> event.name().equals("source"))
                .filter(event -> event.body().path("operation").asString("").equals(operation))
                .toList();
    }

    @Override
    public String toString() {
        var text = status + " " + type + " "
                + events.stream()
                        .map(event -> event.name() + " " + event.body())
                        .toList();
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
}
