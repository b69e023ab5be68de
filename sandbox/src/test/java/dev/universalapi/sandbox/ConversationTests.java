package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.engine.attempt.Calling;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.attempt.World;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.providers.Content;
import dev.universalapi.providers.exchange.LatestRates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A provider that gives access tokens and is asked in two calls.
final class ConversationTests {
    private static final Operations OPERATIONS = Operations.beside(Content.class);
    private static final String MANIFEST = """
            name: Acme
            home: https://acme.example
            terms: { commercial: allowed, cache: true }
            base: https://api.acme.example
            auth: { oauth2-client: { token: "https://id.acme.example/token", id: $ACME_ID, secret: $ACME_SECRET } }
            operations:
              exchange/latest:
                first: { get: /days, query: { of: "{base}" }, take: { day: /last } }
                get: /rates/{day}
                query: { base: "{base}" }
                answer: { base: /base, date: "{day}", rates: { entries: /rates, currency: key, rate: / } }
            """;
    private static final String SAMPLES = """
            - operation: exchange/latest
              query: { base: EUR }
              asks-first: GET https://api.acme.example/days?of=EUR
              first: { last: "2025-11-20" }
              body: { base: EUR, rates: { USD: 1.1 } }
              origin: documented https://acme.example
              answer: { base: EUR, date: "2025-11-20", rates: [ { currency: USD, rate: 1.1 } ] }
            """;

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Egress egress;
    private Catalogue catalogue;

    @BeforeEach
    void start() throws IOException {
        var own = Files.createDirectory(folder.resolve("acme"));
        Files.writeString(own.resolve("provider.yml"), MANIFEST);
        Files.writeString(own.resolve("samples.yml"), SAMPLES);
        catalogue = Catalogue.load(OPERATIONS, folder);
        sandbox = Sandbox.start(0, catalogue, Recordings.of(catalogue, Samples.load(catalogue, folder)));
        egress = Egress.sandbox(URI.create("http://127.0.0.1:" + sandbox.port()), EgressLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        egress.close();
        sandbox.close();
    }

    private Tried ask(String base) {
        var provider = catalogue.provider("acme").orElseThrow();
        var world = new World(Transport.by(egress), InstantSource.system(), true);
        return new Calling(
                        provider.offers().getFirst(),
                        new LatestRates(base),
                        Secrets.sandbox().credentials(provider).getFirst(),
                        world)
                .ask(Duration.ofSeconds(20));
    }

    @Test
    void servesTheWholeConversation() {
        var tried = ask("EUR");

        assertThat(tried.attempt().outcome()).as("%s", tried.attempt()).isEqualTo(Outcome.OK);
        assertThat(tried.answer()).extracting(Reading.Answer::value).asString().contains("2025-11-20");
        assertThat(tried.sample()).isNull();
    }

    @Test
    void saysWhichQueryItIsASampleOf() {
        var tried = ask("USD");

        assertThat(tried.attempt().outcome()).as("%s", tried.attempt()).isEqualTo(Outcome.OK);
        assertThat(tried.sample()).containsEntry("base", "EUR");
    }

    @Test
    void refusesATokenRequestThatNoManifestSends() throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port());
        try (socket) {
            var body = "grant_type=password";
            socket.getOutputStream()
                    .write(("POST /token HTTP/1.1\r\nHost: id.acme.example\r\nConnection: close\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("no manifest would ask for a token so");
        }
    }
}
