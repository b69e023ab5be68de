package dev.universalapi.bench.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What rules and boards ask for is what running services tell: their own tests have asked each for
/// `/actuator/prometheus` and kept the answer in `target/figures`.
class ScrapeTests {
    private static final Path PROJECT = Path.of("..");
    private static final Path FOLDER = PROJECT.resolve("observability");
    private static final List<String> SERVICES =
            List.of("gateway", "search-service", "analytics-service", "auth-service");
    private static final Pattern LINE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:\\\\.|[^\"\\\\])*\"");
    /// What Prometheus knows of itself.
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    /// Told only once it has happened, or where there is a Redis. That some code tells it, [BoardTests] sees.
    private static final Set<String> RARE = Set.of(
            "admission_refused_total",
            "events_lost_total",
            "events_outbox_retries_total",
            "events_skipped_total",
            "events_unacknowledged_total",
            "provider_drifted_total",
            "redis_connected");

    /// Labels of what is told, by its name.
    private final Map<String, Set<String>> told = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        for (var service : SERVICES) {
            var file = PROJECT.resolve(service).resolve("target/figures/" + service + ".txt");
            assumeTrue(Files.exists(file), "SKIPPED: the tests of " + service + " have not run, so nothing is known");
            LINE.matcher(Files.readString(file)).results().forEach(line -> {
                var labels = told.computeIfAbsent(line.group(1), _ -> new HashSet<>(OF_PROMETHEUS));
                if (line.group(2) != null) {
                    LABEL.matcher(line.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            });
        }
    }

    @Test
    void readsWhatWasTold() {
        assertThat(told.get("http_server_requests_seconds_bucket")).contains("application", "uri", "status", "le");
        assertThat(told.get("kafka_connected")).contains("application");
    }

    @Test
    void nothingIsAskedForThatNobodyTells() throws IOException {
        var missing = new TreeSet<String>();
        asked().forEach((name, labels) -> {
            var known = told.get(name);
            if (known == null) {
                missing.add(name);
            } else {
                labels.stream()
                        .filter(label -> !known.contains(label))
                        .forEach(label -> missing.add(name + " by " + label));
            }
        });
        missing.removeAll(RARE);

        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsCalledRareIsAskedFor() throws IOException {
        assertThat(asked().keySet()).containsAll(RARE);
    }

    /// Names, and the labels that they are picked by, without what the rules compute themselves.
    private static Map<String, Set<String>> asked() throws IOException {
        var rules = Rules.of(FOLDER.resolve("rules"));
        var asked = new HashMap<String, Set<String>>();
        for (var rule : rules.rules()) {
            ask(rule.path("expr").asString(), asked);
        }
        for (var board : Boards.of(FOLDER.resolve("boards"))) {
            Boards.expressions(board).forEach(text -> ask(text, asked));
        }
        rules.figures().forEach(figure -> asked.remove(figure.path("record").asString()));
        asked.remove("up");
        return asked;
    }

    private static void ask(String text, Map<String, Set<String>> asked) {
        Expression.of(text)
                .series()
                .forEach((name, labels) ->
                        asked.computeIfAbsent(name, _ -> new HashSet<>()).addAll(labels));
    }
}
