package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.egress.Egress;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.receipt.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTests {
    private static final String LIMITED = "429";
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.system();
    private final Receipts receipts = Receipts.inMemory(clock);
    private List<String> preferred = List.of();
    private FakeWorld world;
    private Egress egress;

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld();
        egress = world.egress();
        provider("cold", "auth: none", "");
        provider("mild", "auth: none", "");
        provider("arid", "auth: { query: { key: $ARID_KEY } }", "    accepts: { latitude: -40..40 }\n");
    }

    @AfterEach
    void close() {
        egress.close();
        world.close();
    }

    @Test
    void answersFromTheFirstThatDoes() {
        world.says("api.cold.example", 200, "{\"c\":0}");

        var reply = ask(0, Route.ANY);

        assertThat(reply.data()).isEqualTo(new TemperatureNow.Answer(0));
        assertThat(reply.meta().provider()).isEqualTo("cold");
        assertThat(reply.meta().attribution()).isEqualTo("Weather by cold");
        assertThat(reply.meta().mode()).isEqualTo("live");
        assertThat(reply.meta().sample()).isNull();
        assertThat(outcomes(reply)).containsExactly(Outcome.OK);
        assertThat(world.asked()).containsExactly("api.cold.example");
    }

    @Test
    void keepsAReceiptOfEverybodyWhoCouldHaveAnswered() {
        world.says("api.cold.example", 200, "{\"c\":0}");

        var reply = ask(0, Route.ANY);

        var receipt = receipts.find("acme", reply.meta().receipt()).orElseThrow();
        assertThat(receipt).isEqualTo(reply.receipt());
        assertThat(receipt.query()).isEqualTo(Map.of("latitude", 0.0));
        assertThat(receipt.provider()).isEqualTo("cold");
        assertThat(receipt.candidates())
                .containsExactly(
                        new Candidate("cold", null, null, Score.of(0, 0, 0, 0, 0)),
                        new Candidate("mild", null, null, Score.of(0, 0, 0, 0, 0)),
                        new Candidate("arid", "no-credential", "ARID_KEY is not set", null));
    }

    @Test
    void fallsBackWhenFirstProviderIsRateLimited() {
        world.says("api.cold.example", 429, Map.of("Retry-After", "30"), LIMITED);
        world.says("api.mild.example", 200, "{\"c\":21.5}");

        var reply = ask(0, Route.ANY);

        assertThat(reply.data()).isEqualTo(new TemperatureNow.Answer(21.5));
        assertThat(outcomes(reply)).containsExactly(Outcome.RATE_LIMITED, Outcome.OK);
        assertThat(reply.meta().attempts().getFirst())
                .extracting(Attempt::status, Attempt::retryAfter)
                .containsExactly(429, 30L);
    }

    @Test
    void fallsBackWhenFirstProviderIsSilent() {
        world.says("api.mild.example", 200, "{\"c\":1}");

        var reply = (Reply.Answered<TemperatureNow.Answer>)
                engine("live").ask(new TemperatureNow(0), asking(Route.ANY, Duration.ofMillis(600)));

        assertThat(outcomes(reply)).containsExactly(Outcome.TIMEOUT, Outcome.OK);
    }

    @Test
    void saysWhenToComeBackWhenAllAreLimited() {
        world.says("api.cold.example", 429, Map.of("Retry-After", "30"), LIMITED);
        world.says("api.mild.example", 429, Map.of("Retry-After", "12"), LIMITED);

        var refused = refused(0, Route.ANY);

        assertThat(refused.type()).isEqualTo(ProblemType.PROVIDERS_RATE_LIMITED);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(12));
        assertThat(receipts.find("acme", "r1")).hasValue(refused.receipt());
    }

    @Test
    void saysInTimeThatAllAreDown() {
        var started = clock.instant();
        var reply = engine("live").ask(new TemperatureNow(0), asking(Route.ANY, Duration.ofMillis(400)));

        var refused = (Reply.Refused<TemperatureNow.Answer>) reply;
        assertThat(refused.type()).isEqualTo(ProblemType.PROVIDERS_TIMED_OUT);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(Duration.between(started, clock.instant())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void tellsWhatWasTriedWhenTheTimeIsUp() throws IOException {
        provider("cold", "auth: none", "    cache: 10m\n");
        world.says("api.cold.example", 429, LIMITED);

        var reply = engine("live").ask(new TemperatureNow(0), asking(Route.ANY, Duration.ofSeconds(1)));

        var refused = (Reply.Refused<TemperatureNow.Answer>) reply;
        assertThat(refused.type()).isEqualTo(ProblemType.PROVIDERS_TIMED_OUT);
        assertThat(refused.detail()).contains("cold: rate-limited");
        assertThat(refused.receipt().attempts()).extracting(Attempt::outcome).containsExactly(Outcome.RATE_LIMITED);
    }

    @Test
    void endsAtTheCallersFault() {
        world.says("api.cold.example", 400, "{\"error\":true,\"reason\":\"No such latitude.\"}");

        var refused = refused(0, Route.ANY);

        assertThat(refused.type()).isEqualTo(ProblemType.INVALID_INPUT);
        assertThat(refused.detail()).contains("cold: invalid-input (No such latitude.)");
        assertThat(world.asked()).hasSize(1);
    }

    @Test
    void followsTheRoute() {
        world.says("api.cold.example", 200, "{\"c\":0}");
        world.says("api.mild.example", 200, "{\"c\":1}");

        assertThat(ask(0, new Route(List.of("mild"), List.of(), List.of()))
                        .meta()
                        .provider())
                .isEqualTo("mild");
        assertThat(ask(0, new Route(List.of(), List.of("mild"), List.of()))
                        .meta()
                        .provider())
                .isEqualTo("mild");
        assertThat(ask(0, new Route(List.of(), List.of(), List.of("cold")))
                        .meta()
                        .provider())
                .isEqualTo("mild");
    }

    @Test
    void followsTheOperatorsOrder() {
        world.says("api.mild.example", 200, "{\"c\":1}");
        preferred = List.of("mild");

        assertThat(ask(0, Route.ANY).meta().provider()).isEqualTo("mild");
    }

    @Test
    void refusesARouteThatNobodyCanFollow() {
        var stranger = refused(0, new Route(List.of("colt"), List.of(), List.of()));
        var nobody = refused(0, new Route(List.of(), List.of(), List.of("cold", "mild")));

        assertThat(stranger.type()).isEqualTo(ProblemType.INVALID_ROUTE);
        assertThat(stranger.detail()).isEqualTo("X-Route names colt, which is no provider.");
        assertThat(nobody.type()).isEqualTo(ProblemType.INVALID_ROUTE);
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void asksWhoeverHasItsKeyAndCanAnswer() throws IOException {
        Files.writeString(folder.resolve("ARID_KEY"), "s3cr3t");
        world.says("api.arid.example", 400, "{\"error\":true,\"reason\":\"The key s3cr3t is not for this.\"}");
        var only = new Route(List.of(), List.of("arid"), List.of());

        var asked = refused(0, only);
        var unsupported = engine("live").plan(new TemperatureNow(60), asking(Route.ANY, LONG));

        assertThat(asked.detail()).contains("The key REDACTED is not for this.").doesNotContain("s3cr3t");
        assertThat(unsupported.candidates().getLast().removedBy()).isEqualTo("unsupported");
    }

    @Test
    void plansWithoutCallingAnybody() {
        var plan = engine("live").plan(new TemperatureNow(0), asking(Route.ANY, LONG));

        assertThat(plan.candidates()).extracting(Candidate::provider).containsExactly("cold", "mild", "arid");
        assertThat(plan.attempts()).isEmpty();
        assertThat(world.asked()).isEmpty();
        assertThat(receipts.find("acme", "r1")).isEmpty();
    }

    @Test
    void plansWithARouteThatNamesNobody() {
        var route = new Route(List.of("colt"), List.of(), List.of());

        var plan = engine("live").plan(new TemperatureNow(0), asking(route, LONG));

        assertThat(plan.candidates())
                .contains(new Candidate("colt", "route", "X-Route names it, and it is no provider", null));
    }

    @Test
    void believesTheSandboxAndNobodyElse() {
        world.says("api.cold.example", 200, Map.of("X-Sandbox-Sample", "{\"latitude\":48.85}"), "{\"c\":0}");

        var sandbox = (Reply.Answered<TemperatureNow.Answer>)
                engine("sandbox").ask(new TemperatureNow(0), asking(Route.ANY, LONG));
        var live = ask(0, Route.ANY);

        assertThat(sandbox.meta().mode()).isEqualTo("sandbox");
        assertThat(sandbox.meta().sample()).isEqualTo(Map.of("latitude", 48.85));
        assertThat(live.meta().sample()).isNull();
    }

    @Test
    void blamesNoCallerForWhatTheSandboxDoesNotKnow() {
        for (var host : List.of("api.arid.example", "api.cold.example", "api.mild.example")) {
            world.says(host, 400, Map.of("X-Sandbox-Refused", "true"), "the path is /then, not /now");
        }

        var reply = engine("sandbox").ask(new TemperatureNow(0), asking(Route.ANY, LONG));

        var refused = (Reply.Refused<TemperatureNow.Answer>) reply;
        assertThat(refused.type()).isEqualTo(ProblemType.PROVIDERS_FAILED);
        assertThat(refused.detail()).contains("malformed (the path is /then, not /now)");
    }

    @Test
    void endsWhenTheCallerLeaves() throws Exception {
        var engine = engine("live");
        var call = new FutureTask<>(() -> engine.ask(new TemperatureNow(0), asking(Route.ANY, LONG)));
        var caller = Thread.ofVirtual().start(call);
        world.awaitSilence();
        caller.interrupt();

        var reply = call.get();

        assertThat(reply.receipt().attempts()).extracting(Attempt::outcome).containsExactly(Outcome.CANCELLED);
        assertThat(world.asked()).hasSize(1);
    }

    @Test
    void answersOnlyWhatIsAnOperation() {
        record Stranger() implements Query<TemperatureNow.Answer> {}

        var engine = engine("live");

        assertThatThrownBy(() -> engine.ask(new Stranger(), asking(Route.ANY, LONG)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void provider(String id, String auth, String more) throws IOException {
        var manifest = """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true, attribution: Weather by %1$s }
                base: https://api.%1$s.example
                %2$s
                refuse: { when: /error, as: invalid-input, message: /reason }
                operations:
                  weather/now:
                %3$s    get: /now
                    query: { latitude: "{latitude}" }
                    answer:
                      celsius: /c
                """.formatted(id, auth, more);
        Files.createDirectories(folder.resolve("catalogue").resolve(id));
        Files.writeString(folder.resolve("catalogue").resolve(id).resolve("provider.yml"), manifest);
    }

    private Engine engine(String mode) {
        var catalogue = Catalogue.load(Operations.of(TemperatureNow.class), folder.resolve("catalogue"));
        var secrets = mode.equals("sandbox") ? Secrets.sandbox() : Secrets.of(folder);
        return TestEngine.of(catalogue, egress, secrets, receipts, clock, () -> preferred, mode);
    }

    private Reply.Answered<TemperatureNow.Answer> ask(double latitude, Route route) {
        return (Reply.Answered<TemperatureNow.Answer>)
                engine("live").ask(new TemperatureNow(latitude), asking(route, LONG));
    }

    private Reply.Refused<TemperatureNow.Answer> refused(double latitude, Route route) {
        return (Reply.Refused<TemperatureNow.Answer>)
                engine("live").ask(new TemperatureNow(latitude), asking(route, LONG));
    }

    private Asking asking(Route route, Duration time) {
        return new Asking("r1", "acme", clock.instant().plus(time), route);
    }

    private static List<Outcome> outcomes(Reply.Answered<?> reply) {
        return reply.meta().attempts().stream().map(Attempt::outcome).toList();
    }
}
