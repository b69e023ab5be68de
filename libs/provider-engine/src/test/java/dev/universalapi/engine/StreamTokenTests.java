package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Sink.Taken;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Receipts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Streams of a provider that wants an access token first.
class StreamTokenTests {
    private static final String TOKENS = "id.one.example";
    private static final String ONE = "api.one.example";
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    private static final String TALE = HEAD + "data: once\n\ndata: [END]\n\n";
    private static final String REFUSED = "HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String TOKEN = json("{\"access_token\":\"t1\",\"expires_in\":3600}");

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private final InstantSource clock = InstantSource.system();
    private RawWorld world;
    private Egress egress;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        world = new RawWorld();
        egress = world.egress();
        Files.writeString(keys.resolve("ONE_ID"), "me");
        Files.writeString(keys.resolve("ONE_SECRET"), "hush");
        engine = engine("");
        world.says(TOKENS, TOKEN);
        world.says(ONE, TALE);
    }

    @AfterEach
    void close() throws IOException {
        egress.close();
        world.close();
    }

    @Test
    void areAskedForWithOneTokenForAll() {
        assertThat(outcomes()).containsExactly(Outcome.OK);
        assertThat(outcomes()).containsExactly(Outcome.OK);

        assertThat(world.asked()).containsExactly(TOKENS, ONE, ONE);
    }

    @Test
    void areAskedForOnceMoreWhenAKeptTokenIsRefused() {
        assertThat(outcomes()).containsExactly(Outcome.OK);
        world.says(ONE, REFUSED);

        assertThat(outcomes()).containsExactly(Outcome.DEAD_KEY);

        assertThat(world.asked()).containsExactly(TOKENS, ONE, ONE, TOKENS, ONE);
    }

    @Test
    void areAskedForOnceWhereTheManifestSaysOnce() throws IOException {
        engine = engine("once: true");
        assertThat(outcomes()).containsExactly(Outcome.OK);
        world.says(ONE, REFUSED);

        assertThat(outcomes()).as("the key is not dead").containsExactly(Outcome.UNAVAILABLE);
        assertThat(world.asked()).containsExactly(TOKENS, ONE, ONE);
        world.says(ONE, TALE);
        assertThat(outcomes()).containsExactly(Outcome.OK);
        assertThat(world.asked()).as("by another token").endsWith(TOKENS, ONE);
    }

    @Test
    void areNotAskedForAgainAfterAFailureWhereTheManifestSaysOnce() throws IOException {
        engine = engine("once: true");
        world.says(ONE, "HTTP/1.1 503 Sick\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(outcomes()).containsExactly(Outcome.UNAVAILABLE);
        assertThat(world.asked()).containsExactly(TOKENS, ONE);
    }

    @Test
    void areNotAskedForAgainWhenAFreshTokenIsRefused() {
        world.says(ONE, REFUSED);

        assertThat(outcomes()).containsExactly(Outcome.DEAD_KEY);
        assertThat(world.asked()).containsExactly(TOKENS, ONE);
    }

    @Test
    void areNotAskedForWithoutAToken() {
        world.says(TOKENS, "HTTP/1.1 503 Sick\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(outcomes()).first().isEqualTo(Outcome.UNAVAILABLE);
        assertThat(world.asked()).doesNotContain(ONE);
    }

    private List<Outcome> outcomes() {
        var asking = new Asking("request-1", "acme", clock.instant().plus(Duration.ofSeconds(20)), Route.ANY);
        var ending = engine.stream(new Story("x"), asking, _ -> Taken.TAKEN);
        return ending.receipt().attempts().stream().map(Attempt::outcome).toList();
    }

    private Engine engine(String word) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("one")).resolve("provider.yml"), """
                name: One
                home: https://one.example
                terms: { commercial: allowed, cache: true }
                base: https://api.one.example
                auth: { oauth2-client: { token: "https://id.one.example/token", id: $ONE_ID, secret: $ONE_SECRET } }
                operations:
                  tale/story:
                    adapter: TaleAdapter
                    %s
                """.formatted(word));
        var catalogue = Catalogue.load(Operations.of(Story.class, TaleAdapter.class), folder);
        return TestEngine.of(
                catalogue, egress, Secrets.of(keys), Receipts.inMemory(clock), clock, () -> List.of("one"), "live");
    }

    private static String json(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    }
}
