package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.providers.joke.RandomJoke;
import dev.universalapi.providers.weather.CurrentWeather;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultTests {
    private static final Set<String> STRUCK =
            Set.of("weather/current", "weather/forecast", "exchange/latest", "joke/random");

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    private Outcome outcome(Offer offer) throws Exception {
        var query = World.answer(offer).query();
        var response = world.caller().call(World.request(offer, query));
        return offer.read(query, Caller.received(response)).outcome();
    }

    private void put(String provider, String fault) throws Exception {
        var response = world.caller().admin("PUT", "/sandbox/faults/" + provider, fault);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /// Every provider of the operations that proofs strike; the proof `catalogue` spoils the others' answers itself.
    private Stream<DynamicTest> everyOffer(String fault, java.util.function.Consumer<Outcome> check) {
        return World.CATALOGUE.providers().stream()
                .flatMap(provider -> provider.offers().stream()
                        .filter(offer -> STRUCK.contains(offer.operation().path()))
                        .map(offer -> DynamicTest.dynamicTest(provider.id() + " " + offer.operation(), () -> {
                            put(provider.id(), fault);
                            check.accept(outcome(offer));
                            world.caller().admin("DELETE", "/sandbox/faults/" + provider.id(), "");
                            assertThat(outcome(offer)).isEqualTo(Outcome.OK);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> driftIsSeenAsDriftOfEveryProvider() {
        return everyOffer("{\"kind\":\"drift\"}", outcome -> assertThat(outcome).isEqualTo(Outcome.DRIFTED));
    }

    @TestFactory
    Stream<DynamicTest> malformedIsSeenAsMalformedOfEveryProvider() {
        return everyOffer(
                "{\"kind\":\"malformed\"}", outcome -> assertThat(outcome).isEqualTo(Outcome.MALFORMED));
    }

    /// Two manifests take whatever their provider complains of for the caller's fault, which ends.
    @TestFactory
    Stream<DynamicTest> errorIn200LetsAnotherProviderBeAsked() {
        return everyOffer("{\"kind\":\"error-in-200\"}", outcome -> {
            assertThat(outcome).isNotEqualTo(Outcome.OK);
            assertThat(outcome == Outcome.INVALID_INPUT || outcome.next() == Outcome.Next.PROVIDER)
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> statusIsTheProvidersOwn() {
        return everyOffer(
                "{\"kind\":\"status\",\"status\":429}",
                outcome -> assertThat(outcome).isIn(Outcome.RATE_LIMITED, Outcome.QUOTA_SPENT));
    }

    @Test
    void statusComesWithTheBodyAndHeadersOfItsSample() throws Exception {
        put("jokeapi", "{\"kind\":\"status\",\"status\":429}");
        var offer = World.offer("jokeapi", "joke/random");

        var response = world.caller().call(World.request(offer, new RandomJoke("en", null)));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).hasValue("42");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("Rate Limiting");
    }

    @Test
    void statusWithoutASampleIsPlain() throws Exception {
        put("open-meteo", "{\"kind\":\"status\",\"status\":507}");

        var outcome = outcome(World.offer("open-meteo", "weather/current"));

        assertThat(outcome).isEqualTo(Outcome.UNAVAILABLE);
    }

    @Test
    void answersAsItIsTold() throws Exception {
        put("open-meteo", "{\"kind\":\"answer\",\"status\":418,\"headers\":{\"X-Pot\":\"tea\"},\"body\":\"c2hvcnQ=\"}");
        var request = World.request(World.offer("open-meteo", "weather/current"), new CurrentWeather(48.85, 2.35));

        var response = world.caller().call(request);

        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.headers().firstValue("x-pot")).hasValue("tea");
        assertThat(response.body()).asString().isEqualTo("short");
    }

    @Test
    void refusesABodyThatIsNotInBase64() throws Exception {
        var response =
                world.caller().admin("PUT", "/sandbox/faults/open-meteo", "{\"kind\":\"answer\",\"body\":\"{}\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("base 64");
    }

    @Test
    void latencyIsWaited() throws Exception {
        put("chucknorris", "{\"kind\":\"latency\",\"millis\":250}");
        var before = System.nanoTime();

        var outcome = outcome(World.offer("chucknorris", "joke/random"));

        assertThat(outcome).isEqualTo(Outcome.OK);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void truncateAnnouncesMoreThanItSends() throws Exception {
        put("open-meteo", "{\"kind\":\"truncate\"}");
        var offer = World.offer("open-meteo", "weather/current");
        var request = World.request(offer, new CurrentWeather(48.85, 2.35));

        assertThatThrownBy(() -> world.caller().call(request)).isInstanceOf(IOException.class);
    }

    @Test
    void blackholeNeverAnswers() throws Exception {
        put("open-meteo", "{\"kind\":\"blackhole\"}");
        var request = World.request(World.offer("open-meteo", "weather/current"), new CurrentWeather(48.85, 2.35));

        assertThatThrownBy(() -> world.caller().call(request, Duration.ofMillis(200)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    /// Over a bare socket, because a client may quietly ask again when a connection is closed on it.
    @Test
    void liftingABlackholeHangsUpOnThoseItHolds() throws Exception {
        put("frankfurter", "{\"kind\":\"blackhole\"}");
        try (var socket = world.caller().connect()) {
            socket.getOutputStream()
                    .write("GET /v1/latest?base=EUR HTTP/1.1\r\nHost: api.frankfurter.dev\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            while (!world.caller().admin("GET", "/sandbox/requests", "").body().contains("\"calls\":1")) {
                Thread.onSpinWait();
            }

            world.caller().admin("DELETE", "/sandbox/faults", "");

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void strikesOnlyTheOperationItNames() throws Exception {
        put("frankfurter", "{\"kind\":\"malformed\",\"operation\":\"exchange/history\"}");

        var latest = outcome(World.offer("frankfurter", "exchange/latest"));
        var history = outcome(World.offer("frankfurter", "exchange/history"));

        assertThat(latest).isEqualTo(Outcome.OK);
        assertThat(history).isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void aStatusMayWantToBeLeftAlone() throws Exception {
        put("frankfurter", "{\"kind\":\"status\",\"status\":429,\"retryAfter\":30}");
        var offer = World.offer("frankfurter", "exchange/latest");

        var response =
                world.caller().call(World.request(offer, World.answer(offer).query()));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(world.caller().admin("GET", "/sandbox/faults", "").body()).contains("\"retryAfter\":30");
    }

    @Test
    void areTold() throws Exception {
        put("frankfurter", "{\"kind\":\"latency\",\"millis\":5,\"operation\":\"exchange/latest\"}");
        put("jokeapi", "{\"kind\":\"status\",\"status\":500}");

        var all = world.caller().admin("GET", "/sandbox/faults", "");
        var one = world.caller().admin("GET", "/sandbox/faults/jokeapi", "");
        var none = world.caller().admin("GET", "/sandbox/faults/chucknorris", "");

        assertThat(Wire.JSON.readTree(all.body())).isEqualTo(Wire.JSON.readTree("""
                        { "frankfurter": { "kind": "latency", "millis": 5, "operation": "exchange/latest" },
                          "jokeapi": { "kind": "status", "status": 500 } }"""));
        assertThat(Wire.JSON.readTree(one.body()))
                .isEqualTo(Wire.JSON.readTree("{\"kind\":\"status\",\"status\":500}"));
        assertThat(none.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"explode\"} | kind must be one of latency, status, blackhole, truncate, malformed, error-in-200, drift",
                "{\"kind\":\"latency\"} | millis must be a number from 0 to 60000",
                "{\"kind\":\"latency\",\"millis\":60001} | millis must be a number from 0 to 60000",
                "{\"kind\":\"status\",\"status\":99} | status must be a number from 200 to 599",
                "{\"kind\":\"status\",\"status\":429,\"retryAfter\":-1} | retryAfter must be a number from 0 to 86400",
                "{\"kind\":\"drift\",\"operation\":\"joke/random\"} | open-meteo does not offer joke/random",
                "{kind | the body must be JSON",
            })
    void areRefusedWithWhatToSendInstead(String body, String message) throws Exception {
        var response = world.caller().admin("PUT", "/sandbox/faults/open-meteo", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /sandbox/nothing, 404",
        "PUT, /sandbox/faults/nobody, 404",
        "POST, /sandbox/faults/open-meteo, 405",
        "DELETE, /sandbox/faults/open-meteo, 204",
        "GET, /sandbox/health, 200"
    })
    void adminAddressesAnswerAsTheyShould(String method, String path, int status) throws Exception {
        var response = world.caller().admin(method, path, "");

        assertThat(response.statusCode()).isEqualTo(status);
    }
}
