package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.cache.How;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.drift.Drift;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.usage.Spent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpentTests {
    private final InstantSource clock = InstantSource.system();
    private final Spendings spendings = new Spendings();

    @TempDir
    Path folder;

    private FakeWorld world;
    private Egress egress;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld();
        egress = world.egress();
        provider("cold");
        provider("mild");
        var catalogue = Catalogue.load(Operations.of(TemperatureNow.class), folder);
        engine = TestEngine.of(
                catalogue,
                egress,
                Secrets.sandbox(),
                Receipts.inMemory(clock),
                clock,
                () -> List.of("cold", "mild"),
                "live",
                spendings);
    }

    @AfterEach
    void close() {
        egress.close();
        world.close();
    }

    @Test
    void tellsEachCallAndThatTheLastOneSettled() throws InterruptedException {
        world.says("api.cold.example", 503, "{}");
        world.says("api.mild.example", 200, "{\"c\":1}");

        ask("r1", Duration.ofSeconds(10));

        // a sick provider is asked once more before the next one is
        var told = spendings.all();
        assertThat(told.getFirst())
                .extracting(Spent::number, Spent::provider, Spent::outcome, Spent::settles)
                .containsExactly(1, "cold", "unavailable", false);
        assertThat(told.getLast())
                .extracting(Spent::provider, Spent::outcome, Spent::settles, Spent::cached)
                .containsExactly("mild", "ok", true, false);
        assertThat(told).filteredOn(Spent::settles).hasSize(1);
        assertThat(told.getLast().cost()).isEqualByComparingTo(new BigDecimal("0.002"));
        assertThat(told.getLast().asking().key()).isEqualTo("key-1");
        assertThat(told.getLast().operation()).isEqualTo("weather/now");
        assertThat(told.getLast()).extracting(Spent::units, Spent::unit).containsExactly(1L, "call");
    }

    @Test
    void anAnswerOutOfTheCacheCostsNothingAndSettles() throws InterruptedException {
        world.says("api.cold.example", 200, "{\"c\":1}");
        ask("r1", Duration.ofSeconds(10));

        ask("r2", Duration.ofSeconds(10));

        var second = spendings.all().getLast();
        assertThat(second.asking().requestId()).isEqualTo("r2");
        assertThat(second)
                .extracting(Spent::number, Spent::provider, Spent::outcome, Spent::cached, Spent::settles, Spent::units)
                .containsExactly(0, "cold", "ok", true, true, 0L);
        assertThat(second.cost()).isZero();
    }

    @Test
    void whoIsNotAnsweredInTimeGetsATimeoutAndTheCallIsToldWhenItEnds() throws InterruptedException {
        ask("r1", Duration.ofMillis(200));

        var settled = spendings.take();
        assertThat(settled).matches(Spent::settles);
        assertThat(settled.outcome()).isEqualTo("timeout");
    }

    @Test
    void aQuestionThatNobodyCanBeAskedIsSettledToo() throws InterruptedException {
        var nobody = new Route(List.of(), List.of("cold"), List.of("cold"));

        engine.ask(new TemperatureNow(1), asking("r1", Duration.ofSeconds(5), nobody));

        assertThat(spendings.take())
                .extracting(Spent::number, Spent::provider, Spent::outcome, Spent::settles)
                .containsExactly(0, "none", "unasked", true);
    }

    private void ask(String request, Duration time) {
        engine.ask(new TemperatureNow(1), asking(request, time, Route.ANY));
    }

    private Asking asking(String request, Duration time, Route route) {
        return new Asking(request, "acme", clock.instant().plus(time), route).by("key-1");
    }

    private void provider(String id) throws IOException {
        Files.createDirectories(folder.resolve(id));
        Files.writeString(folder.resolve(id).resolve("provider.yml"), """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true, attribution: Weather by %1$s }
                base: https://api.%1$s.example
                auth: none
                operations:
                  weather/now:
                    cost: 0.002 USD
                    cache: 10m
                    get: /now
                    query: { latitude: "{latitude}" }
                    answer:
                      celsius: /c
                """.formatted(id));
    }

    /// Remembers what was spent.
    private static final class Spendings implements Observer {
        private final BlockingQueue<Spent> told = new LinkedBlockingQueue<>();

        @Override
        public void attempted(OperationType operation, Attempt attempt) {
            // not of interest
        }

        @Override
        public void served(OperationType operation, How how) {
            // not of interest
        }

        @Override
        public void drifted(Drift drift) {
            // not of interest
        }

        @Override
        public void spent(Spent spent) {
            told.add(spent);
        }

        Spent take() throws InterruptedException {
            var next = told.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was told");
            }
            return next;
        }

        List<Spent> all() throws InterruptedException {
            var all = new ArrayList<Spent>();
            all.add(take());
            told.drainTo(all);
            return all;
        }
    }
}
