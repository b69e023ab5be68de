package dev.universalapi.bench.search;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Load;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plain call of universal search. As a door it takes the text of a query for a path, and keeps what sources took.
final class Desk implements Load.Door {
    static final String ADDRESS = "/api/search/universal";
    private static final String[] TYPE = {"Content-Type", "application/json"};
    private static final int PATIENCE = 8_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Caller caller;
    private final Queue<Source> sources = new ConcurrentLinkedQueue<>();

    /// What became of one source of one search.
    ///
    /// @param reason empty where it answered
    record Source(String operation, String outcome, double millis, int count, String reason) {
        static Source of(JsonNode told) {
            return new Source(
                    told.path("operation").asString(""),
                    told.path("outcome").asString(""),
                    told.path("millis").asDouble(0),
                    told.path("count").asInt(0),
                    told.path("reason").asString(""));
        }

        boolean answered() {
            return outcome.equals("ok") || outcome.equals("empty");
        }

        boolean missing() {
            return outcome.equals("away") || outcome.equals("late");
        }
    }

    Desk(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Caller.Answer get(String query, String... headers) throws IOException, InterruptedException {
        var answer = ask(Map.of("query", query));
        sources.addAll(sources(answer));
        return answer;
    }

    /// What was seen of sources since the last call.
    List<Source> seen() {
        var all = List.copyOf(sources);
        sources.clear();
        return all;
    }

    /// Waits for everybody.
    Caller.Answer askAll(String query) throws IOException, InterruptedException {
        return ask(Map.of("query", query, "deadlineMillis", PATIENCE));
    }

    Caller.Answer ask(Map<String, Object> body) throws IOException, InterruptedException {
        return send(JSON.writeValueAsBytes(body));
    }

    Caller.Answer send(byte[] body) throws IOException, InterruptedException {
        return caller.post(ADDRESS, body, TYPE);
    }

    static List<Source> sources(Caller.Answer answer) {
        return answer.body()
                .at("/meta/sources")
                .valueStream()
                .map(Source::of)
                .filter(source -> !source.outcome().equals("unasked"))
                .toList();
    }

    static double coverage(Caller.Answer answer) {
        return answer.body().at("/meta/coverage").asDouble(-1);
    }
}
