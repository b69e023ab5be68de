package dev.universalapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.search.fusion.Fusion;
import dev.universalapi.search.intent.Interpreter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One image, run twice: `search` asks `lookup`, which alone asks providers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwiceTests {
    private static final ECKey GATEWAY = key("gateway-1");
    private static final ECKey PARTS = key("parts-1");
    private static final TokenMint MINT = TokenMint.of(GATEWAY.toJSONString(), InstantSource.system());
    private static final Caller CALLER = new Caller("key-1", "acme", Caller.Environment.LIVE, List.of("*"));
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUNNY = """
            {"current": {"time": 1768382100, "temperature_2m": 11.5, "apparent_temperature": null,
             "relative_humidity_2m": 87, "wind_speed_10m": 4.2, "wind_direction_10m": 231, "weather_code": 0}}
            """;
    private static final String BITCOIN = """
            [{"id": "bitcoin", "symbol": "btc", "name": "Bitcoin", "current_price": 95123.45,
              "last_updated": "2026-01-14T09:20:11.482Z"}]
            """;

    private final Outside outside = new Outside();
    private final Queue<Event> told = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext lookup;
    private ConfigurableApplicationContext search;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        var jwks = Files.writeString(folder.resolve("jwks.json"), new JWKSet(List.of(GATEWAY, PARTS)).toString(true));
        var parts = Files.writeString(folder.resolve("parts.jwk.json"), PARTS.toJSONString());
        outside.answers("api.open-meteo.com", 200, SUNNY);
        for (var host : List.of("api.coingecko.com", "rest.coincap.io", "data-api.binance.vision")) {
            outside.answers(host, 200, BITCOIN);
        }
        lookup = run(
                jwks,
                "--spring.application.name=lookup",
                "--universal.search.enabled=false",
                "--universal.providers.sandbox=http://127.0.0.1:" + outside.port());
        search = run(
                jwks,
                "--spring.application.name=search",
                "--universal.providers.remote=lookup",
                "--universal.providers.own-credentials.service=",
                "--universal.security.signing-key=" + parts.toUri(),
                "--spring.cloud.discovery.client.simple.instances.lookup[0].uri=http://127.0.0.1:" + port(lookup));
        search.getBean(Interpreter.class).load();
    }

    @AfterAll
    void stop() throws IOException {
        search.close();
        lookup.close();
        http.close();
        outside.close();
    }

    private ConfigurableApplicationContext run(Path jwks, String... own) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--universal.observability.logs=text",
                "--universal.providers.mode=sandbox",
                "--universal.security.jwks=" + jwks.toUri(),
                "--universal.search.fusion.meanings=false",
                "--spring.cloud.config.enabled=false",
                "--eureka.client.enabled=false"));
        arguments.addAll(List.of(own));
        return new SpringApplicationBuilder(SearchApplication.class)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Events.class, () -> told::add))
                .run(arguments.toArray(String[]::new));
    }

    @Test
    void searchAsksByLookupWhichTellsAndKeepsAll() throws Exception {
        var answer = json(universal("météo à Lyon et prix du bitcoin", "{\"only\":[\"open-meteo\",\"coingecko\"]}"));

        assertThat(answer.at("/data/answers").findValuesAsString("kind")).containsExactlyInAnyOrder("weather", "price");
        assertThat(answer.at("/meta/coverage").asDouble()).isEqualTo(1);
        assertThat(answer.at("/meta/mode").asString()).isEqualTo("sandbox");
        var receipts = answer.at("/meta/sources").findValuesAsString("receipt");
        assertThat(receipts).hasSize(2);
        for (var receipt : receipts) {
            assertThat(json(get(lookup, "/api/requests/" + receipt + "/explain"))
                            .path("provider")
                            .asString())
                    .isIn("open-meteo", "coingecko");
            assertThat(told.stream()
                            .filter(event -> event instanceof UsageRecorded usage
                                    && usage.requestId().equals(receipt)
                                    && usage.organisation().equals("acme")
                                    && usage.key().equals("key-1")
                                    && usage.settles()))
                    .as("what %s cost", receipt)
                    .hasSize(1);
        }
    }

    @Test
    void searchKeepsAWholeAnswerAsLongAsProvidersLetIt() throws Exception {
        json(universal("bitcoin", "{}"));

        var again = json(universal("bitcoin", "{}"));

        assertThat(again.at("/meta/cached").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/weather/current?latitude=1&longitude=2",
                "/api/catalogue",
                "/api/schemas/weather/current",
                "/api/requests/x/explain",
                "/internal/providers/weather/current"
            })
    void searchAnswersNothingOfLookup(String path) throws Exception {
        assertThat(get(search, path).statusCode()).isIn(403, 404);
    }

    @Test
    void lookupDoesNotSearch() throws Exception {
        assertThat(get(lookup, "/api/search/categories").statusCode()).isEqualTo(404);
        assertThat(get(search, "/api/search/categories").statusCode()).isEqualTo(200);
        assertThat(get(lookup, "/api/catalogue").statusCode()).isEqualTo(200);
    }

    @Test
    void neitherLoadsWhatItDoesNotNeed() {
        assertThat(search.getBeansOfType(Catalogue.class)).isEmpty();
        assertThat(lookup.getBeansOfType(Interpreter.class)).isEmpty();
        assertThat(lookup.getBeansOfType(Fusion.class)).isEmpty();
    }

    private HttpResponse<String> universal(String query, String route) throws IOException, InterruptedException {
        var request = to(search, "/api/search/universal")
                .header("Content-Type", "application/json")
                .header("X-Route", route)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(
                        JSON.createObjectNode().put("query", query).put("deadlineMillis", 5000))));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(ConfigurableApplicationContext context, String path)
            throws IOException, InterruptedException {
        return http.send(to(context, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(ConfigurableApplicationContext context, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(context) + path))
                .header(InternalToken.HEADER, MINT.mint(CALLER));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
