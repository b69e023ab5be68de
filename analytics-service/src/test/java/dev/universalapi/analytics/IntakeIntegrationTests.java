package dev.universalapi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.platform.events.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Usage comes as it does when the suite runs: told to Kafka, and heard there.
class IntakeIntegrationTests extends AnalyticsTests {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String LETTERS = "/api/operations/dead-letters?limit=1000";

    @Autowired
    Events events;

    private final Instant recently = Instant.now().minus(2, ChronoUnit.HOURS);

    @Test
    void countsWhatIsToldOnceHoweverOftenItIsTold() throws Exception {
        events.publish(use("first", recently));
        events.publish(use("second", recently));
        events.publish(use("first", recently));
        events.publish(use("last", recently));

        await().atMost(PATIENCE).until(() -> counted("last"));

        var rows = json(to("/api/analytics/usage?by=provider"), 200).path("data");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.path("requests").asInt()).isEqualTo(3);
            assertThat(row.path("attempts").asInt()).isEqualTo(3);
        });
    }

    @Test
    void showsOperatorsWhatItCannotCount() throws Exception {
        events.publish(use("long-ago", recently.minus(400, ChronoUnit.DAYS)));
        events.publish(use("now", recently));

        await().atMost(PATIENCE).until(() -> counted("now"));
        await().atMost(PATIENCE)
                .until(() -> send(to(LETTERS, "operator:write")).body().contains(organisation));

        var letters = json(to(LETTERS, "operator:write"), 200).path("letters");
        assertThat(letters.valueStream()
                        .filter(letter -> letter.path("organisation").asString().equals(organisation)))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.path("cause").asString()).isEqualTo("OUT_OF_TIME");
                    assertThat(letter.path("type").asString()).isEqualTo("usage.recorded.v1");
                });
    }

    /// Writes what it tells, `target/figures/analytics-service.txt`: rules and boards are compared with it.
    @Test
    void tellsHowFarItIsWhileNothingComes() throws Exception {
        events.publish(use("too-old", recently.minus(400, ChronoUnit.DAYS)));
        events.publish(use("seen", recently));
        await().atMost(PATIENCE).until(() -> counted("seen"));
        await().atMost(PATIENCE).until(() -> isTold("events_dead_total", _ -> true));
        await().atMost(PATIENCE).until(() -> isTold("kafka_connected", line -> line.endsWith(" 1.0")));
        await().atMost(PATIENCE).until(() -> isTold("events_age_seconds", line -> line.endsWith(" 0.0")));

        var figures = figures();
        var file = Path.of("target", "figures", "analytics-service.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, figures);

        for (var name : List.of("events_lag", "events_age_seconds", "events_dead_waiting")) {
            assertThat(figures.lines()).anyMatch(line(name, line -> line.contains("topic=\"search.events\"")));
        }
    }

    private UsageRecorded use(String request, Instant at) {
        return Uses.at(at.toString())
                .of(organisation)
                .in(request + "-" + organisation)
                .event();
    }

    private boolean counted(String request) throws IOException, InterruptedException {
        return send(to("/api/requests")).body().contains(request + "-" + organisation);
    }

    private String figures() throws IOException, InterruptedException {
        return send(management("/actuator/prometheus")).body();
    }

    private boolean isTold(String name, Predicate<String> rest) throws IOException, InterruptedException {
        return figures().lines().anyMatch(line(name, rest));
    }

    private static Predicate<String> line(String name, Predicate<String> rest) {
        return line -> line.startsWith(name + "{") && rest.test(line);
    }
}
