package dev.universalapi.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.attempt.Calling;
import dev.universalapi.engine.attempt.Effort;
import dev.universalapi.engine.attempt.Ladder;
import dev.universalapi.engine.attempt.Step;
import dev.universalapi.engine.attempt.World;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Unlimited;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.standing.Pace;
import dev.universalapi.engine.standing.Pause;
import dev.universalapi.engine.standing.Standings;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Named;
import dev.universalapi.engine.trial.Single;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever an adapter wants sent, it goes where the manifest says and with what the manifest says.
class AskingTests {
    @TempDir
    private Path secrets;

    @AfterEach
    void forget() {
        Trials.Sent.SENDS.remove();
    }

    private EgressRequest request(Offer offer, Record query) throws UnfillableException, IOException {
        Files.writeString(secrets.resolve("ACME_KEY"), "s3cret/");
        return offer.request(query, Secrets.of(secrets), Duration.ofSeconds(1));
    }

    private static Offer sends(String auth, boolean post, String path, String name, String value) {
        Trials.Sent.SENDS.set(_ -> new Outgoing(post, path, Map.of(), Map.of(name, value), new byte[0]));
        return Trials.offer(auth, "Sent");
    }

    private static Incoming incoming(EgressRequest request) {
        var headers = new HashMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var query = request.uri().getRawQuery();
        return new Incoming(
                request.method(), request.uri().getRawPath(), query == null ? "" : query, headers, request.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    { query: { key: $ACME_KEY } }    ¦ /v1/page/ab?q=ab&as=a%26b&key=s3cret%2F ¦ none
                    { header: { X-Key: $ACME_KEY } } ¦ /v1/page/ab?q=ab&as=a%26b               ¦ X-Key=s3cret/
                    { bearer: $ACME_KEY }            ¦ /v1/page/ab?q=ab&as=a%26b               ¦ Authorization=Bearer s3cret/
                    { basic: 'me:$ACME_KEY' }        ¦ /v1/page/ab?q=ab&as=a%26b               ¦ Authorization=Basic bWU6czNjcmV0Lw==
                    { path: bot$ACME_KEY }           ¦ /v1/bots3cret//page/ab?q=ab&as=a%26b    ¦ none
                    none                             ¦ /v1/page/ab?q=ab&as=a%26b               ¦ none
                    """)
    void keepsTheKeyWithTheEngine(String auth, String address, String header) throws Exception {
        var offer = Trials.offer(auth, "HeadlinePage");

        var request = request(offer, Trials.QUERY);

        assertThat(request.uri()).hasToString("https://api.acme.example" + address);
        assertThat(request.destination()).hasToString("https://api.acme.example:443");
        assertThat(request.headers()).containsEntry("X-Name", "ab").hasSize(header.equals("none") ? 1 : 2);
        assertThat(header.equals("none") ? "none" : request.headers().toString())
                .contains(header);
        assertThat(request.toString()).doesNotContain("s3cret");
        assertThat(request.secrets().contains("s3cret/")).isEqualTo(!auth.equals("none"));
        assertThat(offer.differs(incoming(request))).isEmpty();
        assertThat(offer.asks(Trials.QUERY, incoming(request))).isTrue();
    }

    @Test
    void writesTheCallAsALineWithTheNameOfTheKey() throws UnfillableException {
        var offer = Trials.offer("{ query: { key: $ACME_KEY } }", "HeadlinePage");

        assertThat(offer.line(Trials.QUERY))
                .isEqualTo("GET https://api.acme.example/v1/page/ab?q=ab&as=a%26b&key=$ACME_KEY");
    }

    @Test
    void sendsABodyAsItIs() throws Exception {
        var offer = Trials.offer("{ bearer: $ACME_KEY }", "OddForm");

        var request = request(offer, Trials.QUERY);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("name:ab\0".getBytes(StandardCharsets.UTF_16BE));
        assertThat(request.headers()).containsEntry("Content-Type", "application/x-odd");
        assertThat(offer.asks(new Single("ba"), incoming(request))).isFalse();
        assertThat(offer.asks(new Single("broken"), incoming(request))).isFalse();
    }

    @Test
    void tellsTwoRequestsApartByWhatTheAdapterSent() throws Exception {
        var plain = request(sends("none", false, "/x", "X-Is", "a"), Trials.QUERY);

        assertThat(sends("none", false, "/x", "X-Is", "a").asks(Trials.QUERY, incoming(plain)))
                .isTrue();
        assertThat(sends("none", false, "/x", "X-Is", "b").asks(Trials.QUERY, incoming(plain)))
                .isFalse();
        assertThat(sends("none", false, "/y", "X-Is", "a").asks(Trials.QUERY, incoming(plain)))
                .isFalse();
        assertThat(sends("none", true, "/x", "X-Is", "a").asks(Trials.QUERY, incoming(plain)))
                .isFalse();
        assertThat(sends("none", true, "/..", "X-Is", "a").asks(Trials.QUERY, incoming(plain)))
                .isFalse();
    }

    @Test
    void saysHowARequestDiffersFromAll() {
        var offer = Trials.offer("{ header: { X-Key: $ACME_KEY } }", "OddForm");
        var keyed = Trials.offer("{ query: { key: $ACME_KEY } }", "OddForm");

        assertThat(offer.differs(new Incoming("PUT", "/v1/x", "", Map.of(), new byte[0])))
                .hasValue("the method is GET or POST, was PUT");
        assertThat(offer.differs(new Incoming("GET", "/v11", "", Map.of(), new byte[0])))
                .hasValue("the path begins with /v1, was /v11");
        assertThat(offer.differs(new Incoming("GET", "/v1/x", "a=b", Map.of(), new byte[0])))
                .hasValue("the header X-Key is missing");
        assertThat(keyed.differs(new Incoming("GET", "/v1/x", "a=b", Map.of(), new byte[0])))
                .hasValue("the parameter key is missing");
        assertThat(keyed.differs(new Incoming("GET", "/v1", "a=b&key=k", Map.of(), new byte[0])))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    a b/c?d#e%2e  ¦ /v1/page/a%20b/c%3Fd%23e%252e
                    \\..\\         ¦ /v1/page/%5C..%5C
                    x@evil:80     ¦ /v1/page/x%40evil%3A80
                    """)
    void encodesThePath(String name, String path) throws Exception {
        Trials.Sent.SENDS.set(query -> new Outgoing(false, "/page/" + query.name(), Map.of(), Map.of(), new byte[0]));

        var request = request(Trials.offer("Sent"), new Single(name));

        assertThat(request.uri()).hasToString("https://api.acme.example" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../x", "/x/..", "/./x", "/x/.", "//x", "/x//y", "@evil.example/", ".evil.example", "x"})
    void refusesAPathThatLeadsElsewhere(String path) {
        var offer = sends("none", false, path, "A", "b");

        assertThat(offer.unsupported(Trials.QUERY))
                .hasValueSatisfying(why -> assertThat(why).contains("the path"));
        assertThatThrownBy(() -> request(offer, Trials.QUERY)).isInstanceOf(UnfillableException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    none                             ¦ Host            ¦ evil      ¦ a header would be set that may not be
                    none                             ¦ cookie          ¦ a         ¦ a header would be set that may not be
                    none                             ¦ Content-Length  ¦ 1         ¦ a header would be set that may not be
                    none                             ¦ `A: b\\nHost`   ¦ a         ¦ a header would be set that may not be
                    none                             ¦ A               ¦ `b\\nC: d` ¦ a header would hold a line break
                    { bearer: $ACME_KEY }            ¦ authorization   ¦ a         ¦ the header authorization would be set twice
                    { basic: 'me:$ACME_KEY' }        ¦ AUTHORIZATION   ¦ a         ¦ the header AUTHORIZATION would be set twice
                    { header: { X-Key: $ACME_KEY } } ¦ x-key           ¦ a         ¦ the header x-key would be set twice
                    """)
    void refusesAHeaderThatIsNotTheAdapters(String auth, String name, String value, String why) {
        var offer = sends(auth, false, "/x", name.replace("\\n", "\n"), value.replace("\\n", "\r\n"));

        assertThat(offer.unsupported(Trials.QUERY)).hasValue(why);
    }

    @Test
    void refusesWhatNoCallMayHave() {
        Trials.Sent.SENDS.set(query -> switch (query.name()) {
            case "body" -> new Outgoing(false, "/x", Map.of(), Map.of(), new byte[1]);
            case "large" -> new Outgoing(true, "/x", Map.of(), Map.of(), new byte[1024 * 1024 + 1]);
            case "long" -> new Outgoing(false, "/" + "x".repeat(9000), Map.of(), Map.of(), new byte[0]);
            default -> new Outgoing(false, "/x", Map.of("key", "mine"), Map.of(), new byte[0]);
        });
        var offer = Trials.offer("{ query: { key: $ACME_KEY } }", "Sent");

        assertThat(offer.unsupported(new Single("body"))).hasValue("a GET would have a body");
        assertThat(offer.unsupported(new Single("large"))).hasValue("the request would be larger than 1 MiB");
        assertThat(offer.unsupported(new Single("long"))).hasValue("the address would be longer than 8 KiB");
        assertThat(offer.unsupported(Trials.QUERY)).hasValue("a parameter that `auth` sets would be sent twice");
    }

    @Test
    void isNoCandidateForWhatTheAdapterOrAcceptsRefuses() {
        var offer = Trials.provider(Draft.HEAD, "HeadlinePage\naccepts: { name: ..3 }\ncache: 5m")
                .offers()
                .getFirst();

        assertThat(offer.cache()).hasValue(Duration.ofMinutes(5));
        assertThat(offer.unsupported(Trials.QUERY)).isEmpty();
        assertThat(offer.unsupported(new Single("abcd"))).hasValue("the size of name must be in ..3, was 4");
        assertThat(offer.unsupported(new Single(" "))).hasValue("a name must be written");
    }

    @Test
    void isMalformedWhereTheAdapterBreaks() throws Exception {
        var offer = Trials.offer("OddForm");
        var broken = new Single("broken");
        var clock = InstantSource.system();
        try (var egress = Egress.sandbox(URI.create("http://127.0.0.1:9"), EgressLimits.DEFAULT)) {
            var calling = new Calling(offer, broken, Credential.NONE, new World(Transport.by(egress), clock, true));

            var tried = ladder(clock)
                    .climb(
                            List.of(new Step(Named.provider("acme"), List.of(calling))),
                            clock.instant().plusSeconds(5));

            assertThat(offer.unsupported(broken)).isEmpty();
            assertThat(tried.getFirst().attempt().outcome()).isEqualTo(Outcome.MALFORMED);
        }
    }

    @Test
    void redactsTheKeyThatAProviderRepeats() throws Exception {
        var manifest = Draft.HEAD.replace("none", "{ query: { key: $ACME_KEY } }")
                + "refuse: { when: /error, as: dead-key, message: /error }\n";
        var offer = Trials.provider(manifest, "HeadlinePage").offers().getFirst();
        var clock = InstantSource.system();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", exchange -> {
            var body = "{\"error\":\"No s3cret/ in " + exchange.getRequestURI() + "\"}";
            exchange.sendResponseHeaders(400, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var egress = Egress.sandbox(address, EgressLimits.DEFAULT)) {
            var world = new World(Transport.by(egress), clock, false);
            var key = new Credential("one", Map.of("ACME_KEY", "s3cret/"));

            var attempt = new Calling(offer, Trials.QUERY, key, world)
                    .ask(Duration.ofSeconds(10))
                    .attempt();

            assertThat(attempt.outcome()).isEqualTo(Outcome.DEAD_KEY);
            assertThat(attempt.message())
                    .contains("/v1/page/ab?q=ab&as=a%26b&key=")
                    .doesNotContain("s3cret");
        } finally {
            server.stop(0);
        }
    }

    private static Ladder ladder(InstantSource clock) {
        var standings = new Standings(clock, new Random(), () -> Pace.DEFAULT, Pause.REAL);
        return new Ladder(clock, standings, new Unlimited(), () -> Effort.DEFAULT, new Random(), Pause.REAL);
    }
}
