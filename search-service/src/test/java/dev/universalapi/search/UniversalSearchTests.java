package dev.universalapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.search.intent.Interpreter;
import dev.universalapi.search.openapi.SearchSchemas;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class UniversalSearchTests extends SearchTests {
    private static final String METEO = "api.open-meteo.com";
    private static final String GECKO = "api.coingecko.com";
    private static final String WIKIPEDIA = "en.wikipedia.org";
    private static final String SUNNY = """
            {"current": {"time": 1768382100, "temperature_2m": 11.5, "apparent_temperature": null,
             "relative_humidity_2m": 87, "wind_speed_10m": 4.2, "wind_direction_10m": 231, "weather_code": 0}}
            """;
    private static final String BITCOIN = """
            [{"id": "bitcoin", "symbol": "btc", "name": "Bitcoin", "current_price": 95123.45,
              "last_updated": "2026-01-14T09:20:11.482Z"}]
            """;
    private static final String TOPICS = """
            {"query": {"searchinfo": {"totalhits": 1}, "search": [
              {"title": "Pont de pierre", "pageid": 1, "snippet": "A <b>bridge</b> &lt;script&gt;"}]}}
            """;
    private static final String BOTH = "{\"query\": \"météo à Lyon et prix du bitcoin\", \"deadlineMillis\": 5000}";

    private static final String FEW = "{\"only\":[\"open-meteo\",\"coingecko\",\"wikipedia\",\"guardian\",\"arxiv\"]}";

    @BeforeAll
    static void understands(@Autowired Interpreter interpreter) {
        interpreter.load();
    }

    @Test
    void status200WithAFactForEachIntent() throws Exception {
        OUTSIDE.answers(METEO, 200, SUNNY);
        OUTSIDE.answers(GECKO, 200, BITCOIN);

        var answer = json(universal(BOTH).header("X-Request-Id", "universal-1"), 200);

        assertThat(answer.at("/data/language").asString()).isEqualTo("fr");
        assertThat(texts(answer.at("/data/intents"), "/category")).containsExactlyInAnyOrder("weather", "crypto");
        assertThat(texts(answer.at("/data/answers"), "/kind")).containsExactlyInAnyOrder("weather", "price");
        assertThat(texts(answer.at("/data/answers"), "/text"))
                .contains("Lyon : 11.5 °C, ciel dégagé, vent 4.2 m/s.", "1 BTC vaut 95123.45 USD.");
        assertThat(answer.at("/meta/coverage").asDouble()).isEqualTo(1);
        assertThat(answer.at("/meta/mode").asString()).isEqualTo("sandbox");
        assertThat(answer.at("/meta/cached").asBoolean()).isFalse();
        assertThat(texts(answer.at("/meta/sources"), "/outcome")).containsExactly("ok", "ok");
        var receipt = answer.at("/meta/sources/0/receipt").asString();
        assertThat(json(to("/api/requests/" + receipt + "/explain"), 200)
                        .path("provider")
                        .asString())
                .isEqualTo(answer.at("/meta/sources/0/provider").asString());
    }

    @Test
    void status200WithHalfOfItAway() throws Exception {
        OUTSIDE.answers(GECKO, 200, BITCOIN);

        var answer = json(universal(BOTH), 200);

        assertThat(texts(answer.at("/data/answers"), "/kind")).containsExactly("price");
        assertThat(answer.at("/meta/coverage").asDouble()).isStrictlyBetween(0.1, 0.9);
        assertThat(texts(answer.at("/meta/sources"), "/outcome")).containsExactlyInAnyOrder("ok", "away");
    }

    @Test
    void status502WhenAllAreAway() throws Exception {
        var problem = json(universal(BOTH), 502);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/providers-failed");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(problem.path("detail").asString()).isEqualTo("All 2 sources are away.");
        assertThat(problem.path("attempts")).isNotEmpty();
    }

    @Test
    void status504WhenNobodyAnswersInTime() throws Exception {
        OUTSIDE.isBlackhole(METEO);

        var problem = json(universal("{\"query\": \"weather in Lyon\", \"deadlineMillis\": 60}"), 504);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/providers-timed-out");
    }

    @Test
    void status400ForWhatIsWrong() throws Exception {
        var problem = json(universal("{\"query\": \"\", \"limit\": 0}"), 400);

        assertThat(texts(problem.path("errors"), "/parameter")).containsExactly("query", "limit");
    }

    @Test
    void status400ForAMemberThatThereIsNot() throws Exception {
        var problem = json(universal("{\"query\": \"weather in Lyon\", \"deadline\": 500}"), 400);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/invalid-parameter");
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("deadline");
        assertThat(problem.at("/errors/0/detail").asString()).contains("only query", "deadlineMillis");
    }

    @Test
    void status400ForARouteThatNobodyCanFollow() throws Exception {
        var body = "{\"query\": \"weather in Lyon\"}";

        var unreadable = json(post(to("/api/search/universal").header("X-Route", "{"), body), 400);
        var stranger = json(post(to("/api/search/universal").header("X-Route", "{\"only\":[\"x-y\"]}"), body), 400);

        assertThat(unreadable.path("type").asString()).isEqualTo("/docs/problems/invalid-route");
        assertThat(stranger.path("type").asString()).isEqualTo("/docs/problems/invalid-route");
        assertThat(texts(stranger.path("errors"), "/parameter")).containsExactly("X-Route");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\"x\"", "{\"query\": {}}", "{\"query\": \"x\", \"limit\": \"many\"}"})
    void status400ForABodyThatIsNone(String body) throws Exception {
        var problem = json(universal(body), 400);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/invalid-parameter");
    }

    @Test
    void status400ForAnAddressThatIsNone() throws Exception {
        var problem = json(to("/api/search/stream?q=x&limit=many"), 400);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/invalid-parameter");
    }

    @Test
    void status400ForATenKilobyteQuery() throws Exception {
        var problem = json(universal("{\"query\": \"" + "x".repeat(10_240) + "\"}"), 400);

        assertThat(problem.path("detail").asString()).contains("2000").doesNotContain("xxx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'; DROP TABLE searches; --",
                "(a+)+$ ((((((((((((((((((((a*)*)*)*)*",
                "{{7*7}} ${jndi:ldap://x} %00 \\u0000",
                "\u202Eecin\u202C \u200B\u200D\uFEFF مرحبا",
                "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "weather in Lyon and bitcoin, weather in Lyon and bitcoin, weather in Lyon and bitcoin, "
                        + "weather in Lyon and bitcoin, weather in Lyon and bitcoin, weather in Lyon and bitcoin"
            })
    void takesWhateverIsSent(String query) throws Exception {
        OUTSIDE.answers(METEO, 200, SUNNY);
        OUTSIDE.answers(GECKO, 200, BITCOIN);
        OUTSIDE.answers(WIKIPEDIA, 200, TOPICS);
        var body = JSON.writeValueAsString(Map.of("query", query, "language", "en", "deadlineMillis", 5_000));

        var answer = send(universal(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void topicsGoToEncyclopediasNewsAndPapers() throws Exception {
        OUTSIDE.answers(WIKIPEDIA, 200, TOPICS);

        var answer =
                json(universal("{\"query\": \"pont de pierre\", \"language\": \"en\", \"deadlineMillis\": 5000}"), 200);

        assertThat(answer.at("/data/intents")).isEmpty();
        assertThat(texts(answer.at("/data/results"), "/title")).contains("Pont de pierre");
        assertThat(texts(answer.at("/meta/sources"), "/operation"))
                .contains("knowledge/search", "news/search", "paper/search");
    }

    @Test
    void aQuickSearchIsAskedByItsAddress() throws Exception {
        OUTSIDE.answers(METEO, 200, SUNNY);

        var answer = json(few("/api/search/quick?q=weather%20in%20Lyon"), 200);

        assertThat(answer.at("/data/answers/0/text").asString()).startsWith("Lyon: 11.5 °C, clear sky");
    }

    @Test
    void theSameSearchIsAnsweredByWhatIsKept() throws Exception {
        for (var host : List.of("api.coingecko.com", "rest.coincap.io", "data-api.binance.vision")) {
            OUTSIDE.answers(host, 200, BITCOIN);
        }
        var kept = "{\"query\": \"bitcoin\", \"limit\": 3, \"deadlineMillis\": 5000}";

        var first = json(keeping(kept), 200);
        var second = json(keeping(kept), 200);

        assertThat(first.at("/meta/cached").asBoolean()).isFalse();
        assertThat(second.at("/meta/cached").asBoolean()).isTrue();
        assertThat(second.path("data")).isEqualTo(first.path("data"));
    }

    @Test
    void tellsASearchAsItGoes() throws Exception {
        OUTSIDE.answers(METEO, 200, SUNNY);
        OUTSIDE.answers(GECKO, 200, BITCOIN);

        var stream = send(few("/api/search/stream?q=m%C3%A9t%C3%A9o%20%C3%A0%20Lyon%20et%20prix%20du%20bitcoin"));

        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        var events = lines(stream.body(), "event: ");
        assertThat(events).startsWith("plan").endsWith("done").contains("source", "coverage");
        assertThat(events.stream().filter("answer"::equals)).hasSize(2);
    }

    @Test
    void answersAsItIsDescribed() throws Exception {
        OUTSIDE.answers(METEO, 200, SUNNY);
        OUTSIDE.answers(WIKIPEDIA, 200, TOPICS);

        var answers = List.of(
                json(universal(BOTH), 200),
                json(
                        universal("{\"query\": \"pont de pierre\", \"language\": \"en\", \"deadlineMillis\": 5000}"),
                        200));
        var stream = send(few("/api/search/stream?q=weather%20in%20Lyon%20and%20pont%20de%20pierre"));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(SearchSchemas.wrong("SearchAnswer", answer)).isEmpty());
        var names = lines(stream.body(), "event: ");
        var ids = lines(stream.body(), "id: ");
        var data = lines(stream.body(), "data: ");
        assertThat(names).startsWith("plan").endsWith("done").hasSameSizeAs(data);
        for (int i = 0; i < names.size(); i++) {
            var event = JSON.createObjectNode().put("event", names.get(i)).put("id", ids.get(i));
            event.set("data", JSON.readTree(data.get(i)));
            assertThat(SearchSchemas.wrong("SearchEvent", event))
                    .as(names.get(i))
                    .isEmpty();
        }
        assertThat(SearchSchemas.wrong("SuggestAnswer", json(to("/api/search/suggest?q=weather%20in%20Ly"), 200)))
                .isEmpty();
        assertThat(SearchSchemas.wrong("CategoriesAnswer", json(to("/api/search/categories"), 200)))
                .isEmpty();
    }

    @Test
    void goesOnWhereTheLineWasLost() throws Exception {
        OUTSIDE.answers(METEO, 200, SUNNY);
        var first = send(few("/api/search/stream?q=weather%20in%20Lyon"));
        var ids = lines(first.body(), "id: ");

        var rest = send(few("/api/search/stream?q=weather%20in%20Lyon").header("Last-Event-ID", ids.get(1)));
        var anew = send(few("/api/search/stream?q=weather%20in%20Lyon").header("Last-Event-ID", "nobodys.1"));

        assertThat(lines(rest.body(), "id: ")).isEqualTo(ids.subList(2, ids.size()));
        assertThat(lines(anew.body(), "event: ")).startsWith("plan").endsWith("done");
        assertThat(lines(anew.body(), "id: ")).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void streamsByPostToo() throws Exception {
        OUTSIDE.answers(METEO, 200, SUNNY);

        var stream = send(universal("{\"query\": \"weather in Lyon\", \"stream\": true}"));

        assertThat(lines(stream.body(), "event: ")).startsWith("plan").endsWith("done");
    }

    @Test
    void aStreamOfWhichAllAreAwayEndsWithAProblem() throws Exception {
        var stream = send(few("/api/search/stream?q=weather%20in%20Lyon"));

        assertThat(lines(stream.body(), "event: ")).endsWith("error");
        assertThat(stream.body()).contains("/docs/problems/providers-failed");
    }

    @Test
    void tellsWhatCanBeSearched() throws Exception {
        var answer = json(to("/api/search/categories?language=fr"), 200);

        assertThat(texts(answer.at("/data/categories"), "/category")).contains("weather", "news");
        assertThat(answer.toString()).contains("un lieu");
        assertThat(json(to("/api/search/categories?language=de"), 400)
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void tellsHowAQueryMayGoOn() throws Exception {
        var answer = json(to("/api/search/suggest?q=weather%20in%20Ly"), 200);

        assertThat(texts(answer.at("/data/suggestions"), "/query")).contains("weather in Lyon");
        assertThat(json(to("/api/search/suggest"), 400).path("status").asInt()).isEqualTo(400);
    }

    private HttpRequest.Builder universal(String body) {
        return post(few("/api/search/universal"), body);
    }

    private HttpRequest.Builder few(String path) {
        return to(path).header("X-Route", FEW);
    }

    private HttpRequest.Builder keeping(String body) {
        return post(anonymousTo("/api/search/universal").header(InternalToken.HEADER, token()), body);
    }

    private static HttpRequest.Builder post(HttpRequest.Builder to, String body) {
        return to.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static List<String> lines(String stream, String prefix) {
        return stream.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private static List<String> texts(JsonNode list, String pointer) {
        var texts = new ArrayList<String>();
        list.forEach(element -> texts.add(element.at(pointer).asString()));
        return texts;
    }
}
