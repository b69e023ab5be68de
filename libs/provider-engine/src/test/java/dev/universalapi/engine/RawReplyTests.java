package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.receipt.Receipts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The provider's own body beside the answer.
class RawReplyTests {
    private static final String HOST = "api.cold.example";

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.system();
    private final Receipts receipts = Receipts.inMemory(clock);
    private FakeWorld world;
    private Egress egress;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld();
        egress = world.egress();
        var manifest = """
                name: Cold
                home: https://cold.example
                terms: { commercial: allowed, cache: true }
                base: https://api.cold.example
                auth: { query: { key: $COLD_KEY } }
                operations:
                  weather/now:
                    get: /now
                    query: { latitude: "{latitude}" }
                    answer: { celsius: /c }
                    cache: 10m
                """;
        var catalogue = Files.createDirectories(folder.resolve("catalogue/cold"));
        Files.writeString(catalogue.resolve("provider.yml"), manifest);
        Files.writeString(folder.resolve("COLD_KEY"), "s3cr3t");
        engine = TestEngine.of(
                Catalogue.load(Operations.of(TemperatureNow.class), folder.resolve("catalogue")),
                egress,
                Secrets.of(folder),
                receipts,
                clock,
                List::of,
                "live");
        world.says(
                HOST,
                200,
                Map.of("Content-Type", "application/json"),
                "{\"c\":1.50,\"notice\":\"your key s3cr3t is for tests\"}");
    }

    @AfterEach
    void close() {
        egress.close();
        world.close();
    }

    @Test
    void isThereWhereItIsWantedWithoutSecrets() {
        var reply = ask(true);

        assertThat(Objects.requireNonNull(reply.raw()).body())
                .hasToString("{\"c\":1.50,\"notice\":\"your key REDACTED is for tests\"}");
        assertThat(reply.meta().raw()).isEqualTo(new Meta.Body("application/json", true));
        assertThat(reply.meta().cached()).isFalse();
        assertThat(reply.data()).isEqualTo(new TemperatureNow.Answer(1.5));
    }

    @Test
    void isNotThereWhereItIsNot() {
        var reply = ask(false);

        assertThat(reply.raw()).isNull();
        assertThat(reply.meta().raw()).isNull();
    }

    @Test
    void comesFromTheProviderWhateverIsKept() {
        ask(false);
        world.says(HOST, 200, "{\"c\":2}");

        var reply = ask(true);

        assertThat(Objects.requireNonNull(reply.raw()).body()).hasToString("{\"c\":2}");
        assertThat(reply.meta().cached()).isFalse();
        assertThat(world.asked()).hasSize(2);
    }

    @Test
    void isNeverKeptButTheAnswerIs() {
        ask(true);

        var kept = ask(false);

        assertThat(kept.meta().cached()).isTrue();
        assertThat(kept.raw()).isNull();
        assertThat(kept.meta().raw()).isNull();
        assertThat(kept.data()).isEqualTo(new TemperatureNow.Answer(1.5));
        assertThat(world.asked()).hasSize(1);
    }

    @Test
    void standsInNoReceipt() {
        var reply = ask(true);

        var receipt = receipts.find("acme", reply.meta().receipt()).orElseThrow();

        assertThat(receipt.toString()).doesNotContain("notice");
    }

    private Reply.Answered<TemperatureNow.Answer> ask(boolean raw) {
        var deadline = clock.instant().plus(Duration.ofSeconds(20));
        var asking = new Asking("r1", "acme", deadline, Route.ANY, Freshness.ANY, null, raw);
        return (Reply.Answered<TemperatureNow.Answer>) engine.ask(new TemperatureNow(0), asking);
    }
}
