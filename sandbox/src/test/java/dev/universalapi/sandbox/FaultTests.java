package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.providers.joke.RandomJoke;
import dev.universalapi.providers.weather.CurrentWeather;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DRIFT = "{\"kind\":\"drift\"}";
    private static final Duration SHORT = Duration.ofMillis(500);
    /// Where proofs want every drift to be told by its name.
    private static final Set<String> OF_PROOFS =
            Set.of("weather/current", "weather/forecast", "exchange/latest", "joke/random");

    private static final int AT_ONCE = 64;

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    private Outcome outcome(Offer offer) throws Exception {
        return world.ask(offer, World.answer(offer).query(), PATIENCE).attempt().outcome();
    }

    /// One operation of every provider, all at once: faults are each provider's own.
    private Stream<DynamicTest> everyProvider(String fault, Duration patience, Consumer<Outcome> check) {
        return every(fault, patience, _ -> true, check);
    }

    private Stream<DynamicTest> every(
            String fault, Duration patience, Predicate<Offer> wanted, Consumer<Outcome> check) {
        var struck = new TreeMap<String, Future<Outcome>>();
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            World.CATALOGUE.providers().stream()
                    .flatMap(provider -> World.called(provider).stream())
                    .filter(wanted)
                    .forEach(offer ->
                            struck.put(offer.provider(), callers.submit(() -> suffered(offer, fault, patience))));
        }
        return struck.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> check.accept(one.getValue().get())));
    }

    /// What an attempt comes to under a fault; when that is lifted, there is an answer again.
    private Outcome suffered(Offer offer, String fault, Duration patience) throws Exception {
        var query = World.answer(offer).query();
        world.strike(offer.provider(), fault);
        var suffered = world.ask(offer, query, patience);
        world.lift(offer.provider());
        var after = world.ask(offer, query, PATIENCE);
        assertThat(after.answer()).as("%s", after.attempt()).isNotNull();
        return suffered.attempt().outcome();
    }

    @TestFactory
    Stream<DynamicTest> latencyIsWaitedForOfEveryProvider() {
        return everyProvider(
                "{\"kind\":\"latency\",\"millis\":20}",
                PATIENCE,
                outcome -> assertThat(outcome).isIn(Outcome.OK, Outcome.EMPTY));
    }

    @TestFactory
    Stream<DynamicTest> latencyBeyondPatienceIsATimeoutOfEveryProvider() {
        return everyProvider(
                "{\"kind\":\"latency\",\"millis\":60000}",
                SHORT,
                outcome -> assertThat(outcome).isEqualTo(Outcome.TIMEOUT));
    }

    @TestFactory
    Stream<DynamicTest> blackholeIsATimeoutOfEveryProvider() {
        return everyProvider(
                "{\"kind\":\"blackhole\"}",
                SHORT,
                outcome -> assertThat(outcome).isEqualTo(Outcome.TIMEOUT));
    }

    @TestFactory
    Stream<DynamicTest> truncateIsSeenAsMalformedOfEveryProvider() {
        return everyProvider(
                "{\"kind\":\"truncate\"}",
                PATIENCE,
                outcome -> assertThat(outcome).isEqualTo(Outcome.MALFORMED));
    }

    @TestFactory
    Stream<DynamicTest> driftIsSeenAsDriftOfEveryProviderOfProofs() {
        return every(
                DRIFT,
                PATIENCE,
                offer -> OF_PROOFS.contains(offer.operation().path()),
                outcome -> assertThat(outcome).isEqualTo(Outcome.DRIFTED));
    }

    /// To some what is missing is nothing, and a plain text has no members to rename.
    @TestFactory
    Stream<DynamicTest> driftLetsAnotherProviderBeAsked() {
        return every(
                DRIFT,
                PATIENCE,
                offer -> World.read(offer) && offer.reads() != Reads.TEXT,
                outcome -> assertThat(outcome).isIn(Outcome.DRIFTED, Outcome.MALFORMED, Outcome.NOT_FOUND));
    }

    @TestFactory
    Stream<DynamicTest> malformedIsSeenAsMalformedOfEveryProvider() {
        return every(
                "{\"kind\":\"malformed\"}",
                PATIENCE,
                World::read,
                outcome -> assertThat(outcome).isEqualTo(Outcome.MALFORMED));
    }

    @TestFactory
    Stream<DynamicTest> errorIn200LetsAnotherProviderBeAsked() {
        return every(
                "{\"kind\":\"error-in-200\"}",
                PATIENCE,
                World::read,
                outcome -> assertThat(outcome.next()).as("%s", outcome).isEqualTo(Outcome.Next.PROVIDER));
    }

    @TestFactory
    Stream<DynamicTest> statusIsTheProvidersOwn() {
        return everyProvider(
                "{\"kind\":\"status\",\"status\":429}",
                PATIENCE,
                outcome -> assertThat(outcome).isIn(Outcome.RATE_LIMITED, Outcome.QUOTA_SPENT));
    }

    /// MusicBrainz says that of who asks too often.
    @TestFactory
    Stream<DynamicTest> statusOfASickProviderLetsAnotherBeAsked() {
        return everyProvider(
                "{\"kind\":\"status\",\"status\":503}",
                PATIENCE,
                outcome -> assertThat(outcome).isIn(Outcome.UNAVAILABLE, Outcome.RATE_LIMITED));
    }

    @TestFactory
    Stream<DynamicTest> anAnswerIsGivenAsItIsToldOfEveryProvider() {
        return everyProvider(
                "{\"kind\":\"answer\",\"status\":500}",
                PATIENCE,
                outcome -> assertThat(outcome).isEqualTo(Outcome.UNAVAILABLE));
    }

    @Test
    void statusComesWithTheBodyAndHeadersOfItsSample() throws Exception {
        world.strike("jokeapi", "{\"kind\":\"status\",\"status\":429}");
        var offer = World.offer("jokeapi", "joke/random");

        var response = world.caller().call(World.request(offer, new RandomJoke("en", null)));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).hasValue("42");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("Rate Limiting");
    }

    @Test
    void statusWithoutASampleIsPlain() throws Exception {
        world.strike("open-meteo", "{\"kind\":\"status\",\"status\":507}");

        var outcome = outcome(World.offer("open-meteo", "weather/current"));

        assertThat(outcome).isEqualTo(Outcome.UNAVAILABLE);
    }

    @Test
    void answersAsItIsTold() throws Exception {
        world.strike(
                "open-meteo",
                "{\"kind\":\"answer\",\"status\":418,\"headers\":{\"X-Pot\":\"tea\"},\"body\":\"c2hvcnQ=\"}");
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
        world.strike("chucknorris", "{\"kind\":\"latency\",\"millis\":250}");
        var before = System.nanoTime();

        var outcome = outcome(World.offer("chucknorris", "joke/random"));

        assertThat(outcome).isEqualTo(Outcome.OK);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void truncateAnnouncesMoreThanItSends() throws Exception {
        world.strike("open-meteo", "{\"kind\":\"truncate\"}");
        var offer = World.offer("open-meteo", "weather/current");
        var request = World.request(offer, new CurrentWeather(48.85, 2.35));

        assertThatThrownBy(() -> world.caller().call(request)).isInstanceOf(IOException.class);
    }

    @Test
    void blackholeNeverAnswers() throws Exception {
        world.strike("open-meteo", "{\"kind\":\"blackhole\"}");
        var request = World.request(World.offer("open-meteo", "weather/current"), new CurrentWeather(48.85, 2.35));

        assertThatThrownBy(() -> world.caller().call(request, Duration.ofMillis(200)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    /// Over a bare socket, because a client may quietly ask again when a connection is closed on it.
    @Test
    void liftingABlackholeHangsUpOnThoseItHolds() throws Exception {
        world.strike("frankfurter", "{\"kind\":\"blackhole\"}");
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
        world.strike("frankfurter", "{\"kind\":\"malformed\",\"operation\":\"exchange/history\"}");

        var latest = outcome(World.offer("frankfurter", "exchange/latest"));
        var history = outcome(World.offer("frankfurter", "exchange/history"));

        assertThat(latest).isEqualTo(Outcome.OK);
        assertThat(history).isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void aStatusMayWantToBeLeftAlone() throws Exception {
        world.strike("frankfurter", "{\"kind\":\"status\",\"status\":429,\"retryAfter\":30}");
        var offer = World.offer("frankfurter", "exchange/latest");

        var response =
                world.caller().call(World.request(offer, World.answer(offer).query()));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(world.caller().admin("GET", "/sandbox/faults", "").body()).contains("\"retryAfter\":30");
    }

    @Test
    void areTold() throws Exception {
        world.strike("frankfurter", "{\"kind\":\"latency\",\"millis\":5,\"operation\":\"exchange/latest\"}");
        world.strike("jokeapi", "{\"kind\":\"status\",\"status\":500}");

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
