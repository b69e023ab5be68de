package dev.universalapi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.egress.Egress;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Sink.Taken;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Receipts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamingTests {
    private static final String ONE = "api.one.example";
    private static final String TWO = "api.two.example";
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    private static final String SECOND = HEAD + "data: second\n\ndata: [END]\n\n";
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private volatile Duration passed = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(passed);
    private final Receipts receipts = Receipts.inMemory(clock);
    private final List<String> words = new ArrayList<>();
    private RawWorld world;
    private Egress egress;

    @BeforeEach
    void open() throws IOException {
        world = new RawWorld();
        egress = world.egress();
        provider("one");
        provider("two");
        world.says(TWO, SECOND);
    }

    @AfterEach
    void close() throws IOException {
        egress.close();
        world.close();
    }

    @Test
    void handsOnEachPartAndThenSaysWhoGaveThem() {
        world.says(ONE, HEAD + ": hi\n\ndata: once\n\ndata: upon\n\ndata: [END]\n\n");

        var ending = stream(LONG);

        assertThat(words).containsExactly("once", "upon");
        assertThat(ending).isInstanceOf(Ending.Whole.class);
        assertThat(((Ending.Whole) ending).meta().provider()).isEqualTo("one");
        assertThat(((Ending.Whole) ending).meta().attribution()).isEqualTo("Told by one");
        assertThat(outcomes(ending)).containsExactly(Outcome.OK);
        assertThat(world.asked()).containsExactly(ONE);
        assertThat(receipts.find("acme", "request-1")).contains(ending.receipt());
    }

    /// What is told, and how long its reader takes for it, says nothing of how fast a provider is.
    @Test
    void isAsFastAsItsFirstPart() {
        world.says(ONE, HEAD + "data: once\n\ndata: upon\n\ndata: [END]\n\n");
        var engine = engine();
        Sink<Story.Part> slow = part -> {
            passed = passed.plus(Duration.ofMinutes(1));
            return take(part);
        };

        var ending = engine.stream(new Story("x"), asking(Route.ANY, LONG), slow);

        assertThat(ending).isInstanceOf(Ending.Whole.class);
        assertThat(ending.receipt().attempts().getFirst().millis()).isLessThan(20_000);
        var health = engine.insight(catalogue().provider("one").orElseThrow()).health();
        assertThat(health.latencyMillis()).isLessThan(20_000);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "HTTP/1.1 503 Sick\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", Outcome.UNAVAILABLE),
                Arguments.of(
                        "HTTP/1.1 429 Wait\r\nRetry-After: 9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                        Outcome.RATE_LIMITED),
                Arguments.of(json("{\"error\": \"quota\"}"), Outcome.QUOTA_SPENT),
                Arguments.of(json("{\"fine\": 1}"), Outcome.UNAVAILABLE),
                Arguments.of(HEAD, Outcome.UNAVAILABLE),
                Arguments.of(HEAD + "data: [END]\n\n", Outcome.MALFORMED),
                Arguments.of(HEAD + "event: error\ndata: later\n\n", Outcome.RATE_LIMITED),
                Arguments.of(HEAD + "data: [BUG]\n\n", Outcome.MALFORMED),
                Arguments.of(HEAD + "data: [ODD]\n\n", Outcome.MALFORMED),
                Arguments.of(HEAD + "data: " + "x".repeat(70_000) + "\n\n", Outcome.MALFORMED),
                Arguments.of("", Outcome.UNREACHABLE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void asksTheNextUntilTheFirstPart(String said, Outcome outcome) {
        world.says(ONE, said);

        var ending = stream(LONG);

        assertThat(words).containsExactly("second");
        assertThat(outcomes(ending)).containsExactly(outcome, Outcome.OK);
    }

    @Test
    void anIdleStartGoesToTheNext() {
        world.saysAndFallsSilent(ONE, HEAD + ": still thinking\n\n");

        var ending = stream(Duration.ofSeconds(3));

        assertThat(words).containsExactly("second");
        assertThat(outcomes(ending)).containsExactly(Outcome.TIMEOUT, Outcome.OK);
    }

    @Test
    void aFaultAfterTheFirstPartIsToldAndNobodyElseIsAsked() {
        world.says(ONE, HEAD + "data: once\n\nevent: error\ndata: overloaded\n\n");

        var ending = stream(LONG);

        assertThat(words).containsExactly("once");
        assertThat(ending).isInstanceOf(Ending.Broken.class);
        assertThat(((Ending.Broken) ending).detail())
                .isEqualTo("one broke off after 1 part (rate-limited: overloaded).");
        assertThat(world.asked()).containsExactly(ONE);
    }

    /// Cut at every byte: always another's whole answer, or a break that is told; never silence, never a mixture.
    @Test
    void whereverItIsCutNobodyTakesHalfForWhole() {
        var body = "data: once\n\ndata: upon\n\ndata: [END]\n\n".getBytes(StandardCharsets.UTF_8);
        for (var announced : List.of(true, false)) {
            var head = announced ? HEAD.replace("\r\n\r\n", "\r\nContent-Length: " + body.length + "\r\n\r\n") : HEAD;
            for (int cut = 0; cut <= body.length; cut++) {
                words.clear();
                world.says(ONE, bytes(head.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(body, cut)));

                var ending = stream(LONG);

                // the empty line ends the event at its first byte
                var whole = cut >= body.length;
                switch (ending) {
                    case Ending.Whole done
                    when done.meta().provider().equals("one") -> {
                        assertThat(whole).isTrue();
                        assertThat(words).containsExactly("once", "upon");
                    }
                    case Ending.Whole _ -> assertThat(words).containsExactly("second");
                    case Ending.Broken broken -> {
                        assertThat(whole).isFalse();
                        assertThat(words).isSubsetOf("once", "upon").isNotEmpty();
                        assertThat(broken.detail()).startsWith("one broke off");
                    }
                    case Ending.Refused refused -> throw new AssertionError(refused.detail());
                }
            }
        }
    }

    @Test
    void whenNobodyGivesAPartItIsRefused() {
        world.says(ONE, "HTTP/1.1 429 Wait\r\nRetry-After: 9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        world.says(TWO, "HTTP/1.1 429 Wait\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var ending = (Ending.Refused) stream(LONG);

        assertThat(ending.type()).isEqualTo(ProblemType.PROVIDERS_RATE_LIMITED);
        assertThat(ending.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(receipts.find("acme", "request-1")).contains(ending.receipt());
    }

    @Test
    void aRouteThatLeavesNobodyIsRefusedUnasked() {
        var nobody = new Route(List.of(), List.of("stranger"), List.of());

        var ending = engine().stream(new Story("x"), asking(nobody, LONG), this::take);

        assertThat(((Ending.Refused) ending).type()).isEqualTo(ProblemType.INVALID_ROUTE);
        assertThat(world.asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drops")
    void aReaderWhoIsGoneEndsIt(Taken how, Outcome outcome) throws Exception {
        world.saysAndFallsSilent(ONE, HEAD + "data: once\n\ndata: upon\n\n");
        Sink<Story.Part> gone = part -> part.word().equals("once") ? Taken.TAKEN : how;

        var ending = engine().stream(new Story("x"), asking(Route.ANY, LONG), gone);

        assertThat(ending).isInstanceOf(Ending.Broken.class);
        assertThat(outcomes(ending)).containsExactly(outcome);
        world.awaitLeft();
    }

    static Stream<Arguments> drops() {
        return Stream.of(
                Arguments.of(Taken.LEFT, Outcome.CANCELLED),
                Arguments.of(Taken.TOO_SLOW, Outcome.CANCELLED),
                Arguments.of(Taken.TOO_LARGE, Outcome.MALFORMED));
    }

    @Test
    void anInterruptHangsUpAtOnce() throws Exception {
        world.saysAndFallsSilent(ONE, HEAD + "data: once\n\n");
        var reader = Thread.currentThread();

        var ending = engine().stream(new Story("x"), asking(Route.ANY, LONG), part -> {
            reader.interrupt();
            return take(part);
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes(ending)).containsExactly(Outcome.CANCELLED);
        world.awaitLeft();
    }

    @Test
    void whatIsAnsweredInPartsIsNotAskedWhole() {
        assertThatThrownBy(() -> askWhole(engine())).hasMessageContaining("is answered in parts");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void askWhole(Engine engine) {
        var _ = engine.ask((dev.universalapi.engine.kind.Question) new Story("x"), asking(Route.ANY, LONG));
    }

    private Ending stream(Duration time) {
        return engine().stream(new Story("x"), asking(Route.ANY, time), this::take);
    }

    private Taken take(Story.Part part) {
        words.add(part.word());
        return Taken.TAKEN;
    }

    private Engine engine() {
        return TestEngine.of(
                catalogue(), egress, Secrets.of(null), receipts, clock, () -> List.of("one", "two"), "live");
    }

    private Catalogue catalogue() {
        return Catalogue.load(Operations.of(Story.class, TaleAdapter.class), folder);
    }

    private Asking asking(Route route, Duration time) {
        return new Asking("request-1", "acme", clock.instant().plus(time), route);
    }

    private static List<Outcome> outcomes(Ending ending) {
        return ending.receipt().attempts().stream().map(Attempt::outcome).toList();
    }

    private static String json(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    }

    private static byte[] bytes(byte[] head, byte[] body) {
        var all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private void provider(String id) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(id)).resolve("provider.yml"), """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true, attribution: Told by %1$s }
                base: https://api.%1$s.example
                auth: none
                refuse: { when: /error, as: quota-spent, message: /error }
                operations:
                  tale/story:
                    adapter: TaleAdapter
                """.formatted(id));
    }
}
