package dev.universalapi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReportTests extends AnalyticsTests {
    private static final int MANY = 1_000;

    private final Instant hour = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);

    @BeforeEach
    void countSome() {
        var first = Uses.at(hour.toString()).of(organisation);
        var second = Uses.at(hour.plus(90, ChronoUnit.MINUTES).toString()).of(organisation);
        count(List.of(
                first.by("cold").ending("timeout").taking(900).in(own("r1"), 1, false, "0.10"),
                first.by("mild").taking(30).in(own("r1"), 2, true, "0.20"),
                second.by("mild").taking(50).in(own("r2"), 1, true, "0.20"),
                second.by("mild").outOfCache().taking(0).in(own("r3"), 0, true, "0"),
                second.asking("finance/quote").by("bank").taking(70).in(own("r4"), 1, true, "0.05")));
    }

    @Test
    void addsUpByTwoDimensions() throws Exception {
        var answer = json(to("/api/analytics/usage?by=operation,provider"), 200);

        assertThat(rows(answer, "operation", "provider", "requests", "attempts", "cached", "failedAttempts", "costUsd"))
                .containsExactly(
                        "finance/quote bank 1 1 0 0 0.05",
                        "weather/current cold 0 1 0 1 0.1",
                        "weather/current mild 3 2 1 0 0.4");
        assertThat(answer.at("/meta/next").isNull()).isTrue();
        assertThat(answer.at("/meta/by/1").asString()).isEqualTo("provider");
    }

    @Test
    void addsUpByTheHour() throws Exception {
        var whole = paged("/api/analytics/usage?by=category&bucket=hour&category=weather", MANY);

        assertThat(rows(whole.stream(), "bucket", "category", "requests"))
                .containsExactly(hour + " weather 1", hour.plus(1, ChronoUnit.HOURS) + " weather 2");
    }

    @Test
    void addsUpAnyTimeFromDaysHoursAndMinutes() throws Exception {
        var from = hour.minus(40, ChronoUnit.DAYS);
        var to = hour.plus(91, ChronoUnit.MINUTES);

        var answer = json(to("/api/analytics/usage?by=&from=%s&to=%s".formatted(from, to)), 200);

        assertThat(rows(answer, "requests", "attempts")).containsExactly("4 4");
    }

    @Test
    void anotherOrganisationHasNoneOfIt() throws Exception {
        var path = "/api/analytics/usage?by=organisation&organisation=" + organisation;

        var own = json(to(path), 200);
        var other = json(as("stranger", path), 200);
        var requests = json(as("stranger", "/api/requests"), 200);

        assertThat(own.path("data")).hasSize(1);
        assertThat(other.path("data")).isEmpty();
        assertThat(requests.path("data")).isEmpty();
    }

    @Test
    void pagesTellWhatOnePageWould() throws Exception {
        var path = "/api/analytics/usage?bucket=hour&by=operation,provider";
        var whole = paged(path, MANY);

        var paged = paged(path, 1);

        assertThat(paged).hasSize(4).containsExactlyElementsOf(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=", "by=outcome", "by=provider,key&cached=false", "by=category&provider=mild"})
    void pagesByTheMinuteTellWhatOnePageWould(String question) throws Exception {
        for (var report : List.of("usage", "providers", "latency")) {
            var path = "/api/analytics/%s?bucket=minute&%s".formatted(report, question);
            var whole = paged(path, MANY);

            var paged = paged(path, 1);

            assertThat(whole.size()).isGreaterThanOrEqualTo(2);
            assertThat(paged).containsExactlyElementsOf(whole);
        }
    }

    @Test
    void pagesOfLatencyToo() throws Exception {
        var path = "/api/analytics/latency?by=provider&limit=2";
        var first = json(to(path), 200);
        var second = json(to(path + "&cursor=" + first.at("/meta/next").asString()), 200);

        assertThat(rows(first, "provider", "count", "p50Millis", "p99Millis"))
                .containsExactly("bank 1 70 70", "cold 1 900 900");
        assertThat(rows(second, "provider", "count", "p50Millis", "p99Millis")).containsExactly("mild 3 30 50");
    }

    @Test
    void tellsWhoFailed() throws Exception {
        var answer = json(to("/api/analytics/errors?by=provider"), 200);

        assertThat(rows(answer, "provider", "attempts", "failedAttempts", "share"))
                .containsExactly("bank 1 0 0", "cold 1 1 1", "mild 2 0 0");
        assertThat(rows(json(to("/api/analytics/errors"), 200), "provider", "outcome", "failedAttempts"))
                .contains("cold timeout 1");
    }

    @Test
    void tellsWhatProvidersCostAndHowTheyDid() throws Exception {
        assertThat(rows(json(to("/api/analytics/costs"), 200), "provider", "costUsd"))
                .containsExactly("bank 0.05", "cold 0.1", "mild 0.4");
        assertThat(rows(
                        json(to("/api/analytics/providers?cached=false"), 200),
                        "provider",
                        "attempts",
                        "share",
                        "count",
                        "p50Millis",
                        "p90Millis",
                        "p99Millis"))
                .containsExactly("bank 1 0 1 70 70 70", "cold 1 1 1 900 900 900", "mild 2 0 2 30 50 50");
    }

    @Test
    void writesCsvThatNoSpreadsheetCarriesOut() throws Exception {
        count(List.of(Uses.at(hour.toString())
                .of(organisation)
                .by("=cmd|' /C calc'!A0,\"x\"")
                .in(own("evil"))));

        var answer = send(to("/api/analytics/costs?format=csv"));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"costs.csv\"");
        assertThat(answer.body().lines())
                .containsExactly(
                        "provider,units,costUsd,requests,attempts",
                        "\"'=cmd|' /C calc'!A0,\"\"x\"\"\",1,0.001,1,1",
                        "bank,1,0.05,1,1",
                        "cold,1,0.1,0,1",
                        "mild,3,0.4,3,2");
    }

    @Test
    void writesEverythingAsLinesOfJson() throws Exception {
        count(IntStream.range(0, 300)
                .mapToObj(number -> Uses.at(hour.toString())
                        .of(organisation)
                        .by("p" + number)
                        .in(own("many") + number))
                .toList());

        var answer = send(to("/api/analytics/usage?by=provider").header("Accept", "application/x-ndjson"));

        assertThat(answer.body().lines()).hasSize(303);
        assertThat(JSON.readTree(answer.body().lines().findFirst().orElseThrow())
                        .path("provider")
                        .asString())
                .isEqualTo("bank");
    }

    @Test
    void exportsLatencies() throws Exception {
        var answer = send(to("/api/analytics/latency?by=provider&format=csv"));

        assertThat(answer.body().lines())
                .contains("provider,count,p50Millis,p90Millis,p99Millis", "cold,1,900,900,900");
    }

    @Test
    void listsRequestsTheLatestFirst() throws Exception {
        var first = json(to("/api/requests?limit=3"), 200);
        var second =
                json(to("/api/requests?limit=3&cursor=" + first.at("/meta/next").asString()), 200);

        assertThat(rows(first, "id", "provider", "cached", "attempts", "explain"))
                .containsExactly(
                        "r4 bank false 1 /api/requests/r4/explain",
                        "r3 mild true 0 /api/requests/r3/explain",
                        "r2 mild false 1 /api/requests/r2/explain");
        assertThat(rows(second, "id", "attempts")).containsExactly("r1 2");
        assertThat(second.at("/meta/next").isNull()).isTrue();
        assertThat(rows(json(to("/api/requests?operation=finance/quote&cached=false"), 200), "id"))
                .containsExactly("r4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/analytics/usage?by=colour | by",
                "/api/analytics/usage?by=key,provider,outcome | by",
                "/api/analytics/usage?by=key,key | by",
                "/api/analytics/usage?bucket=week | bucket",
                "/api/analytics/usage?from=yesterday | from",
                "/api/analytics/usage?from=2026-01-02&to=2026-01-01 | from",
                "/api/analytics/usage?from=1999-01-02&to=2026-01-01 | from",
                "/api/analytics/usage?bucket=minute&from=2026-01-01&to=2026-01-02 | bucket",
                "/api/analytics/usage?limit=0 | limit",
                "/api/analytics/usage?limit=1001 | limit",
                "/api/analytics/usage?limit=1&limit=2 | limit",
                "/api/analytics/usage?cursor=*** | cursor",
                "/api/analytics/usage?cursor=WyIiXQ | cursor",
                "/api/analytics/usage?cached=maybe | cached",
                "/api/analytics/usage?provider= | provider",
                "/api/analytics/usage?colour=red | colour",
                "/api/analytics/usage?format=xml | format",
                "/api/requests?by=provider | by",
                "/api/requests?cursor=WyIiLCJhIl0 | cursor",
            })
    void status400NamesTheParameter(String path, String parameter) throws Exception {
        var problem = json(to(path), 400);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/invalid-parameter");
        assertThat(problem.at("/errors")
                        .valueStream()
                        .map(error -> error.path("parameter").asString()))
                .contains(parameter);
    }

    @Test
    void status406ForWhatReportsAreNot() throws Exception {
        var problem = json(to("/api/analytics/usage").header("Accept", "image/png"), 406);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/not-acceptable");
    }

    @Test
    void whatIsSentIsNeverSql() throws Exception {
        var evil = URLEncoder.encode("x' or '1'='1", StandardCharsets.UTF_8);

        assertThat(json(to("/api/analytics/usage?provider=" + evil), 200).path("data"))
                .isEmpty();
    }

    @Test
    void showsUsageAsItHappens() throws Exception {
        var now = Uses.at(Instant.now().toString()).of(organisation);
        count(List.of(now.taking(12).in(own("now-1")), now.ending("timeout").in(own("now-2"))));

        var stream = CLIENT.send(to("/api/analytics/live").build(), BodyHandlers.ofLines());

        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (var lines = stream.body()) {
            var found =
                    lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
            var snapshot = JSON.readTree(found.substring("data:".length()));
            assertThat(snapshot.path("requests").asInt()).isEqualTo(2);
            assertThat(snapshot.path("failed").asInt()).isEqualTo(1);
            assertThat(snapshot.path("p99Millis").asInt()).isEqualTo(40);
        }
    }

    @Test
    void tellsOperatorsAloneWhetherSumsAreRight() throws Exception {
        var path = "?from=%s&to=%s"
                .formatted(
                        hour.toString().substring(0, 10),
                        Instant.now().toString().substring(0, 10));

        assertThat(json(to("/api/operations/rollups" + path), 403).path("type").asString())
                .isEqualTo("/docs/problems/forbidden");
        var before = json(to("/api/operations/rollups" + path, "operator:write"), 200);
        system.jdbc()
                .sql("update usage_hour set cost = cost + 1 where organisation = ?")
                .param(organisation)
                .update();
        var wrong = json(to("/api/operations/rollups" + path, "operator:write"), 200);
        var rebuilt = json(
                to("/api/operations/rollups/rebuild" + path, "operator:write")
                        .POST(HttpRequest.BodyPublishers.noBody()),
                200);

        assertThat(before.path("count").asInt()).isZero();
        assertThat(wrong.path("count").asInt()).isPositive();
        assertThat(wrong.at("/some/0/grain").asString()).isEqualTo("hour");
        assertThat(rebuilt.at("/before/count").asInt()).isPositive();
        assertThat(rebuilt.at("/after/count").asInt()).isZero();
        assertThat(rebuilt.path("next").isNull()).isTrue();
        assertThat(rows(json(to("/api/analytics/costs?from=" + hour + "&by="), 200), "costUsd"))
                .containsExactly("0.55");
        assertThat(rows(paged("/api/analytics/latency?by=&bucket=hour", MANY).stream(), "count"))
                .containsExactly("2", "3");
    }

    @ParameterizedTest
    @CsvSource({
        "tomorrow, 2026-01-01, from",
        "2026-01-01, never, to",
        "1999-01-01, 1999-01-01, from",
        "2T, 2026-01-01, from"
    })
    void status400ForTimesThatCannotBeRebuilt(String from, String to, String parameter) throws Exception {
        var problem = json(to("/api/operations/rollups?from=%s&to=%s".formatted(from, to), "operator:write"), 400);

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void tellsWhatProducersNumberedAndNobodyCounted() throws Exception {
        var use = Uses.at(hour.toString()).of(organisation);
        var producer = "producer of " + organisation;
        count(List.of(
                Uses.numbered(use.in(own("g1")), producer, 1),
                Uses.numbered(use.in(own("g2")), producer, 4),
                Uses.numbered(use.in(own("g3")), producer, 5)));

        var gaps = json(to("/api/analytics/gaps"), 200)
                .path("data")
                .valueStream()
                .filter(gap -> gap.path("producer").asString().equals(producer))
                .toList();

        assertThat(gaps).hasSize(1);
        assertThat(gaps.getFirst().path("missing").asInt()).isEqualTo(2);
        assertThat(gaps.getFirst().path("ranges").toString()).isEqualTo("[{\"from\":2,\"to\":3}]");
    }

    // an event is known by its request, whoever's it is
    private String own(String request) {
        return request + "-" + organisation;
    }

    private List<String> rows(JsonNode answer, String... names) {
        return rows(answer.path("data").valueStream(), names);
    }

    private List<String> rows(Stream<JsonNode> rows, String... names) {
        return rows.map(row -> String.join(
                        " ",
                        Stream.of(names)
                                .map(name -> row.path(name).asString().replace("-" + organisation, ""))
                                .toList()))
                .toList();
    }

    /// All pages of at most so many groups each, one after the other: one that takes long ends before.
    private List<JsonNode> paged(String path, int limit) throws Exception {
        var paged = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = json(to(path + "&limit=" + limit + next), 200);
            page.path("data").forEach(paged::add);
            next = page.at("/meta/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/meta/next").asString();
        } while (!next.isEmpty());
        return paged;
    }
}
