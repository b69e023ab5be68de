package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.engine.Insight;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.host.Engines.Part;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.TrialController.Found;
import dev.universalapi.host.TrialController.Wanted;
import dev.universalapi.host.measure.Insights;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialControllerTests {
    private static final Caller AUTH =
            new Caller("auth-service", "-", Caller.Environment.LIVE, List.of("internal:verify"));

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> off = new ConcurrentHashMap<>();
    private HttpServer server;

    TrialControllerTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    /// Nobody asks how providers are doing.
    private record Silent() implements Insights {
        @Override
        public Insight of(Provider provider) {
            throw new AssertionError(provider.id());
        }

        @Override
        public Map<Outcome, Long> outcomes(String provider) {
            return Map.of();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            var good = exchange.getRequestURI().toString().endsWith("key=good");
            var body = (good ? "{\"hex\":\"#f00\",\"price\":1}" : "{\"said\":\"key=bad is bad\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(good ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        write("provider.yml", """
                name: Acme
                home: https://acme.example
                terms: { commercial: allowed, cache: true }
                base: https://api.acme.example
                auth: { query: { key: $ACME_KEY } }
                operations:
                  paint/colour:
                    get: /colour
                    query: { name: "{name}" }
                    answer: { hex: /hex, price: /price }
                """);
        write("samples.yml", """
                - operation: paint/colour
                  query: { name: none, latitude: 1 }
                  status: 404
                  body: { }
                  origin: documented https://acme.example
                  outcome: not-found
                - operation: paint/colour
                  query: { name: red, latitude: 1 }
                  body: { hex: "#f00", price: 1 }
                  origin: documented https://acme.example
                  answer: { hex: "#f00", price: 1, mixedAt: null }
                """);
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void asksTheFirstGoodSamplesQueryWithWhatIsGiven() {
        assertThat(verify("acme", Map.of("ACME_KEY", "good"))).isEqualTo(new Found("ok", "paint/colour", null));
        assertThat(asked).containsExactly("/colour?name=red&key=good");
    }

    @Test
    void asksNobodyWhoIsSwitchedOff() {
        off.put("provider:acme", "wrong figures");

        assertThat(verify("acme", Map.of("ACME_KEY", "good"))).isEqualTo(new Found("not-asked", null, null));
        assertThat(asked).isEmpty();
    }

    @Test
    void saysWhatTheProviderMakesOfABadOne() {
        var found = verify("acme", Map.of("ACME_KEY", "bad"));

        assertThat(found.outcome()).isEqualTo("dead-key");
        assertThat(String.valueOf(found.message())).doesNotContain("key=bad");
    }

    @Test
    void asksNobodyWithoutAGoodSample() throws IOException {
        write("samples.yml", "[]");

        assertThat(verify("acme", Map.of("ACME_KEY", "good")).outcome()).isEqualTo("not-asked");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesWhatTheProviderDoesNotKnow() {
        assertThatThrownBy(() -> verify("acme", Map.of("ACME_KEY", "good", "ACME_BASE", "https://evil.example")))
                .hasMessageContaining("acme knows only [ACME_KEY]");
        assertThatThrownBy(() -> verify("acme", Map.of())).hasMessageContaining("acme needs ACME_KEY");
        assertThatThrownBy(() -> verify("pigments", Map.of("X", "y"))).hasMessageContaining("without a key");
        assertThatThrownBy(() -> verify("nobody", Map.of())).hasMessageContaining("no provider of this id");
        assertThat(asked).isEmpty();
    }

    @Test
    void answersAuthServiceAlone() {
        var other = new Caller("search-service", "-", Caller.Environment.LIVE, List.of("internal:credentials"));

        assertThatThrownBy(() -> controller().verify("acme", new Wanted(Map.of()), other))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.FORBIDDEN));
        assertThat(new Wanted(Map.of("ACME_KEY", "s3cret")).toString()).isEqualTo("Wanted");
    }

    private Found verify(String provider, Map<String, String> values) {
        return controller().verify(provider, new Wanted(values), AUTH);
    }

    private TrialController controller() {
        var house = Catalogue.load(Operations.of(Colour.class, Brush.class), Path.of("src/test/resources/atelier"));
        var catalogue = new CurrentCatalogue(house, folder, Duration.ofHours(1));
        var sandbox = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var egress = Egress.sandbox(sandbox, EgressLimits.DEFAULT);
        var part = new Part(
                new ScriptedProviders("live", Receipts.inMemory(InstantSource.system())),
                new Silent(),
                Secrets.of(null),
                egress);
        var properties = new ProvidersProperties(
                Mode.LIVE, null, null, folder, Duration.ofHours(1), null, List.of(), "place/search", "");
        return new TrialController(
                catalogue,
                properties,
                new Engines(Mode.LIVE, catalogue, Map.of(Mode.LIVE, part)),
                target -> Optional.ofNullable(off.get(target)));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("acme")).resolve(file), text);
    }
}
