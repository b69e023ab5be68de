package dev.universalapi.bench.kind;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stream that was listened to until its end.
///
/// @param millis until the end
record Told(int status, String type, List<Event> events, long millis) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// @param millis when it came, after the question
    record Event(String name, JsonNode body, long millis) {}

    /// Asks for a tale.
    ///
    /// @param first who is asked first
    static Told of(HttpClient http, Workshop workshop, String how, String first)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(workshop.address() + "/api/kind/tale?how=" + how))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + workshop.key())
                .header("X-Request-Timeout-Ms", String.valueOf(PATIENCE.toMillis()))
                .header("X-Route", "{\"order\":[\"" + first + "\"]}")
                .build();
        var begun = System.nanoTime();
        var response = http.send(request, BodyHandlers.ofLines());
        var events = new ArrayList<Event>();
        var name = "message";
        try (var body = response.body()) {
            for (var lines = body.iterator(); lines.hasNext(); ) {
                var line = lines.next();
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, JSON.readTree(line.substring(6)), since(begun)));
                }
            }
        }
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Told(response.statusCode(), type, events, since(begun));
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    /// The names of its events, in their order.
    List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    /// A value of the last event, as text.
    String last(String pointer) {
        return events.isEmpty() ? "" : events.getLast().body().at(pointer).asString("");
    }

    boolean whole() {
        return status == 200 && !events.isEmpty() && events.getLast().name().equals("done");
    }

    @Override
    public String toString() {
        var end = events.isEmpty() ? "" : String.valueOf(events.getLast().body());
        return "%d %s %s %s".formatted(status, type, names(), end.length() > 400 ? end.substring(0, 400) + "…" : end);
    }
}
