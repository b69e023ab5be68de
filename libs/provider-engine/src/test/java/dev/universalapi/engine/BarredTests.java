package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.egress.Egress;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.credential.OwnCredentials;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.quota.CountedQuotas;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.token.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators have switched off, and whom a key may not use.
class BarredTests {
    private static final TemperatureNow QUESTION = new TemperatureNow(0);
    private static final Set<String> COLD = Set.of("cold");
    private static final Set<String> MILD = Set.of("mild");

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.system();
    private final Receipts receipts = Receipts.inMemory(clock);
    private final Map<String, String> off = new ConcurrentHashMap<>();
    private FakeWorld world;
    private Egress egress;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld();
        egress = world.egress();
        provider("cold");
        provider("mild");
        world.says("api.cold.example", 200, "{\"c\":0}");
        world.says("api.mild.example", 200, "{\"c\":20}");
        var catalogue = Catalogue.load(Operations.of(TemperatureNow.class), folder);
        var around = new Surroundings(
                () -> catalogue,
                Transport.by(egress),
                Secrets.of(null),
                OwnCredentials.NONE,
                target -> Optional.ofNullable(off.get(target)),
                receipts,
                CountedQuotas.alone(clock),
                Shelf.NONE,
                clock,
                "live");
        var shipped = Tuning.DEFAULT;
        var tuning = new Tuning(
                () -> List.of("cold", "mild"),
                shipped.weights(),
                shipped.pace(),
                shipped.effort(),
                shipped.lifetimes());
        engine = new Engine(around, tuning, Observer.NONE);
    }

    @AfterEach
    void close() throws IOException {
        egress.close();
        world.close();
    }

    @Test
    void aProviderThatIsSwitchedOffIsNotAskedUntilItIsOnAgain() {
        off.put("provider:cold", "wrong figures");
        var plan = engine.plan(QUESTION, asking("r0", Route.ANY));
        assertThat(plan.candidates())
                .contains(new Candidate("cold", "switched-off", "it is switched off: wrong figures", null));
        assertThat(provider(ask("r1", Route.ANY))).isEqualTo("mild");
        assertThat(receipts.find("acme", "r1").orElseThrow().candidates())
                .extracting(Candidate::removedBy)
                .contains("switched-off");

        off.clear();

        assertThat(provider(ask("r2", new Route(List.of(), List.of("cold"), List.of()))))
                .isEqualTo("cold");
    }

    @Test
    void whatASwitchedOffProviderHasSaidIsNotToldUntilItIsOnAgain() {
        assertThat(provider(ask("r1", Route.ANY))).isEqualTo("cold");

        off.put("provider:cold", "wrong figures");
        var meanwhile = ask("r2", Route.ANY);
        off.clear();

        assertThat(provider(meanwhile)).isEqualTo("mild");
        assertThat(world.asked()).containsExactly("api.cold.example", "api.mild.example");
    }

    @Test
    void whereEverybodyIsSwitchedOffNobodyHasAnswered() {
        off.put("provider:cold", "wrong figures");
        off.put("provider:mild", "too dear");

        var refused = refused(ask("r1", Route.ANY));

        assertThat(refused.type()).isEqualTo(ProblemType.PROVIDERS_FAILED);
        assertThat(refused.detail()).contains("wrong figures", "too dear");
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void anOperationThatIsSwitchedOffIsNotEvenAnsweredByWhatIsKept() {
        assertThat(provider(ask("r1", Route.ANY))).isEqualTo("cold");

        off.put("operation:weather/now", "under repair");
        var refused = refused(ask("r2", Route.ANY));
        off.clear();

        assertThat(refused.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE);
        assertThat(refused.detail()).isEqualTo("weather/now is switched off: under repair");
        assertThat(refused.retryAfter()).isPositive();
        assertThat(provider(ask("r3", Route.ANY))).isEqualTo("cold");
        assertThat(world.asked()).containsExactly("api.cold.example");
    }

    @Test
    void whoMayUseOneProviderGetsNothingThatAnotherHasSaid() {
        assertThat(provider(ask("r1", Route.ANY))).isEqualTo("cold");

        var own = ask("r2", Route.ANY.permitting(MILD));

        assertThat(provider(own)).isEqualTo("mild");
        assertThat(own.receipt().candidates())
                .contains(new Candidate("cold", "scope", "the key lacks the scope provider.cold:use", null));
        assertThat(provider(ask("r3", Route.ANY.permitting(MILD)))).isEqualTo("mild");
        assertThat(world.asked()).containsExactly("api.cold.example", "api.mild.example");
    }

    @Test
    void whoMayUseTheProviderGetsWhatIsKeptOfIt() {
        ask("r1", Route.ANY);

        var reply = ask("r2", Route.ANY.permitting(COLD));

        assertThat(provider(reply)).isEqualTo("cold");
        assertThat(((Reply.Answered<?>) reply).meta().cached()).isTrue();
    }

    @Test
    void whoMayUseNobodyWhoHasItIsToldWhichScopeIsMissing() {
        var refused = refused(ask("r1", Route.ANY.permitting(Set.of("other"))));

        assertThat(refused.type()).isEqualTo(ProblemType.SCOPE_MISSING);
        assertThat(refused.detail()).contains("provider.cold:use", "provider.mild:use");
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void aRouteForbidsWhomItAsksForInVain() {
        var route = new Route(List.of("cold"), List.of("mild"), List.of("warm"));

        assertThat(route.forbidden()).isEmpty();
        assertThat(route.permitting(COLD).forbidden()).contains("mild");
        assertThat(route.permitting(MILD).forbidden()).contains("cold");
        assertThat(route.permitting(MILD).at(null)).isEqualTo(route.permitting(MILD));
    }

    private Reply<TemperatureNow.Answer> ask(String request, Route route) {
        return engine.ask(QUESTION, asking(request, route));
    }

    private Asking asking(String request, Route route) {
        return new Asking(request, "acme", clock.instant().plus(Duration.ofSeconds(20)), route);
    }

    private static String provider(Reply<?> reply) {
        return ((Reply.Answered<?>) reply).meta().provider();
    }

    private static Reply.Refused<?> refused(Reply<?> reply) {
        return (Reply.Refused<?>) reply;
    }

    private void provider(String id) throws IOException {
        var manifest = """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true }
                base: https://api.%1$s.example
                auth: none
                operations:
                  weather/now:
                    cache: 10m
                    get: /now
                    query: { latitude: "{latitude}" }
                    answer: { celsius: /c }
                """.formatted(id);
        Files.createDirectories(folder.resolve(id));
        Files.writeString(folder.resolve(id).resolve("provider.yml"), manifest);
    }
}
