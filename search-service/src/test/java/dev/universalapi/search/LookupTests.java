package dev.universalapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookupTests extends SearchTests {
    private static final String PARIS = "/api/weather/current?latitude=48.85&longitude=2.35";
    private static final String FIRST = "api.open-meteo.com";
    private static final String SECOND = "api.weatherapi.com";
    private static final String BOTH = "{\"only\":[\"open-meteo\",\"weatherapi\"],\"order\":[\"open-meteo\"]}";
    private static final String SUNNY = """
            {"current": {"time": 1768382100, "temperature_2m": 0.0, "apparent_temperature": null,
             "relative_humidity_2m": 87, "wind_speed_10m": 4.2, "wind_direction_10m": 231, "weather_code": 0}}
            """;
    private static final String SUNNY_TOO = """
            {"current": {"temp_c": 1.5, "feelslike_c": 0, "humidity": 80, "wind_kph": 36, "wind_degree": 0,
             "condition": {"code": 1000}, "last_updated_epoch": 1768382100}}
            """;

    @Test
    void answersInTheContractsFormWithNullsAsNull() throws Exception {
        OUTSIDE.answers(FIRST, 200, SUNNY);

        var answer = json(to(PARIS).header("X-Route", BOTH), 200);

        assertThat(answer.path("data").toString())
                .isEqualTo("{\"temperatureCelsius\":0.0,\"feelsLikeCelsius\":null,\"humidityPercent\":87.0,"
                        + "\"windMetresPerSecond\":4.2,\"windFromDegrees\":231.0,\"condition\":\"CLEAR\","
                        + "\"observedAt\":\"2026-01-14T09:15:00Z\"}");
        assertThat(answer.at("/meta/provider").asString()).isEqualTo("open-meteo");
        assertThat(answer.at("/meta/mode").asString()).isEqualTo("sandbox");
    }

    @Test
    void takesTheNameOfAPlaceForItsCoordinates() throws Exception {
        OUTSIDE.answers("nominatim.openstreetmap.org", 503, "{}");
        OUTSIDE.answers("api.opencagedata.com", 503, "{}");
        OUTSIDE.answers("photon.komoot.io", 200, """
                {"features": [{"geometry": {"coordinates": [2.352, 48.8567]},
                 "properties": {"osm_type": "R", "osm_id": 7444, "osm_value": "city", "name": "Paris"}}]}
                """);
        OUTSIDE.answers(FIRST, 200, SUNNY);

        var answer = json(
                to("/api/weather/current?place=Paris&fields=condition")
                        .header("X-Route", BOTH)
                        .header("X-Request-Id", "by-place-1"),
                200);

        assertThat(answer.path("data").toString()).isEqualTo("{\"condition\":\"CLEAR\"}");
        assertThat(answer.at("/meta/place/name").asString()).isEqualTo("Paris");
        assertThat(answer.at("/meta/place/latitude").asDouble()).isEqualTo(48.8567);
        assertThat(answer.at("/meta/place/provider").asString()).isEqualTo("photon");
        assertThat(json(to("/api/requests/by-place-1/explain"), 200)
                        .at("/query/latitude")
                        .asDouble())
                .isEqualTo(48.86);
        assertThat(json(to("/api/requests/by-place-1-place/explain"), 200)
                        .at("/query/query")
                        .asString())
                .isEqualTo("Paris");
    }

    @Test
    void fallsBackAndExplains() throws Exception {
        OUTSIDE.answers(FIRST, 503, "{}");
        OUTSIDE.answers(SECOND, 200, SUNNY_TOO);

        var answer = json(to(PARIS).header("X-Route", BOTH).header("X-Request-Id", "fallback-1"), 200);

        assertThat(answer.at("/meta/provider").asString()).isEqualTo("weatherapi");
        assertThat(answer.at("/meta/attempts/0/outcome").asString()).isEqualTo("unavailable");
        var receipt = json(to("/api/requests/fallback-1/explain"), 200);
        assertThat(receipt.path("attempts")).hasSize(2);
        assertThat(receipt.path("provider").asString()).isEqualTo("weatherapi");
    }

    @Test
    void status502WhenNobodyAnswersWell() throws Exception {
        OUTSIDE.answers(FIRST, 200, "{\"current\": ");
        OUTSIDE.answers(SECOND, 500, "");

        var problem = json(to(PARIS).header("X-Route", BOTH), 502);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/providers-failed");
        assertThat(problem.path("attempts").valueStream().map(LookupTests::outcome))
                .containsExactly("malformed", "unavailable", "unavailable");
    }

    @Test
    void status504InTimeWhenNobodyAnswersAtAll() throws Exception {
        OUTSIDE.isBlackhole(FIRST);
        OUTSIDE.isBlackhole(SECOND);

        var problem = json(to(PARIS).header("X-Route", BOTH).header("X-Request-Timeout-Ms", "400"), 504);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/providers-timed-out");
        assertThat(problem.path("attempts").valueStream().map(LookupTests::outcome))
                .containsExactly("timeout", "timeout");
    }

    @Test
    void aCallerWhoLeavesEndsTheCallOut() throws Exception {
        OUTSIDE.isBlackhole(FIRST);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            ask(socket);
            assertThat(OUTSIDE.arrivals().poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
        }

        assertThat(OUTSIDE.departures().poll(8, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void keepsWhatWasAnsweredAndSaysHowOldItIs() throws Exception {
        OUTSIDE.answers(FIRST, 200, SUNNY);
        var cached = "/api/weather/current?latitude=10.5&longitude=20.5";

        var first =
                send(anonymousTo(cached).header(InternalToken.HEADER, token()).header("X-Route", BOTH));
        var second =
                send(anonymousTo(cached).header(InternalToken.HEADER, token()).header("X-Route", BOTH));

        assertThat(JSON.readTree(first.body()).at("/meta/cached").asBoolean()).isFalse();
        assertThat(first.headers().firstValue("Age")).isEmpty();
        assertThat(JSON.readTree(second.body()).at("/meta/cached").asBoolean()).isTrue();
        assertThat(second.headers().firstValue("Age")).isPresent();
        assertThat(JSON.readTree(second.body()).path("data"))
                .isEqualTo(JSON.readTree(first.body()).path("data"));
    }

    @Test
    void isReadyWithDiscoveryAndConfigServerAway() throws Exception {
        assertThat(json(management("/actuator/health/readiness"), 200)
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(json(management("/actuator/health"), 200)
                        .at("/components/providers/details/mode")
                        .asString())
                .isEqualTo("sandbox");
    }

    private void ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: search-service\r\n%s: %s\r\nX-Route: %s\r\nCache-Control: no-store\r\n\r\n"
                                .formatted(PARIS, InternalToken.HEADER, token(), BOTH)
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String outcome(JsonNode attempt) {
        return attempt.path("outcome").asString();
    }
}
