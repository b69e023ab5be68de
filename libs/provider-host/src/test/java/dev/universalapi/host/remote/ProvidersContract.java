package dev.universalapi.host.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Sink.Taken;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.host.Respondents;
import dev.universalapi.host.remote.House.Flours;
import dev.universalapi.host.remote.House.Order;
import dev.universalapi.host.remote.House.Picture;
import dev.universalapi.host.remote.House.Song;
import dev.universalapi.platform.security.Caller;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What [Providers] promises, wherever they are asked. All are asked for a test key, so that the world is a test's.
@DirtiesContext
@SpringBootTest(
        classes = House.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=house",
            "spring.cloud.config.enabled=false",
            "universal.providers.mode=live",
            "universal.live.standing.in-a-row=1000",
            "universal.live.standing.fewest=1000",
            "management.server.port=-1"
        })
abstract class ProvidersContract {
    static final Outland OUTLAND = new Outland();
    static final String MILL = "api.mill.example";
    static final String FORGE = "api.forge.example";
    static final Caller CALLER = new Caller("key-1", "acme", Caller.Environment.TEST, List.of("*"));
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String TWO = "{\"flours\":[{\"n\":\"Mehl é\",\"p\":1.50},{\"n\":\"Grieß\",\"p\":null}]}";
    private static final AtomicInteger GRAINS = new AtomicInteger();

    @Autowired
    Respondents respondents;

    @Autowired
    private Receipts receipts;

    @Autowired
    private House.Spending spending;

    private final String requestId = UUID.randomUUID().toString();
    /// Nobody has asked it before.
    private final Flours flours = new Flours("grain " + GRAINS.incrementAndGet(), LocalDate.of(2026, 11, 26), 2);

    private final List<String> words = new CopyOnWriteArrayList<>();

    abstract Providers providers();

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) {
        properties.add("universal.providers.sandbox", OUTLAND::address);
    }

    @BeforeEach
    void forget() {
        OUTLAND.forget();
    }

    @Test
    void answersWithAllThatIsToBeKnown() {
        OUTLAND.says(MILL, 200, TWO);

        var answered = answered(providers().ask(flours, asking(only("mill"))));

        assertThat(answered.data())
                .isEqualTo(new Flours.Answer(
                        List.of(new Flours.Flour("Mehl é", new BigDecimal("1.50")), new Flours.Flour("Grieß", null))));
        var millis = answered.meta().attempts().getFirst().millis();
        assertThat(answered.meta())
                .isEqualTo(new Meta(
                        "mill",
                        "Ground by Mill",
                        "sandbox",
                        requestId,
                        false,
                        null,
                        null,
                        List.of(new Attempt("mill", Outcome.OK, millis, 200, null, null)),
                        BigDecimal.ZERO,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null,
                        "operator"));
        assertThat(answered.fresh()).isEqualTo(Duration.ofMinutes(10));
        assertThat(answered.raw()).isNull();
    }

    @Test
    void theReceiptIsTheOneThatIsKept() {
        OUTLAND.says(FORGE, 503, "");
        OUTLAND.says(MILL, 200, TWO);
        var route = new Route(List.of("forge", "mill"), List.of(), List.of());

        var reply = providers().ask(flours, asking(route));

        assertThat(reply.receipt().attempts())
                .extracting(Attempt::provider, Attempt::outcome)
                .contains(tuple("forge", Outcome.UNAVAILABLE))
                .endsWith(tuple("mill", Outcome.OK));
        assertThat(json(reply.receipt())).isEqualTo(json(kept()));
        assertThat(reply.receipt().query()).containsEntry("grain", flours.grain());
    }

    @Test
    void tellsWhatIsSpentOnceForWhoAsks() {
        OUTLAND.says(MILL, 200, TWO);

        providers().ask(flours, asking(only("mill")));

        assertThat(spending.of(requestId))
                .extracting(UsageRecorded::organisation, UsageRecorded::key, UsageRecorded::settles)
                .containsExactly(tuple("acme", "key-1", true));
    }

    @Test
    void answersByWhatIsKeptAndSaysForHowLong() {
        OUTLAND.says(MILL, 200, TWO);
        providers().ask(flours, asking(only("mill")));

        var again = answered(providers().ask(flours, asking(only("mill"))));
        var live = answered(providers().ask(flours, asking(only("mill"), new Freshness(true, false, null))));

        assertThat(again.meta().cached()).isTrue();
        assertThat(again.meta().age()).isNotNull();
        assertThat(again.fresh()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(Objects.requireNonNull(again.receipt().from()).how()).isEqualTo("hit");
        assertThat(live.meta().cached()).isFalse();
    }

    @Test
    void saysThatNothingMayBeKept() {
        OUTLAND.says(FORGE, 200, TWO);

        assertThat(answered(providers().ask(flours, asking(only("forge")))).fresh())
                .isZero();
    }

    @Test
    void refusesAndSaysWhenToComeBack() {
        OUTLAND.says("api.lute.example", 429, Map.of("Retry-After", "12"), "");

        var refused = refused(providers().ask(flours, asking(only("lute"))));

        assertThat(refused.type()).isEqualTo(ProblemType.PROVIDERS_RATE_LIMITED);
        assertThat(refused.detail()).contains("lute");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(12));
        assertThat(refused.receipt().attempts()).extracting(Attempt::retryAfter).containsExactly(12L);
    }

    @Test
    void saysWhereAListGoesOnAndGoesOnThere() {
        OUTLAND.says(MILL, 200, TWO);

        var first = answered(providers().ask(flours, asking(only("mill"))));
        var next = Objects.requireNonNull(first.next());
        var cursor = new Cursor.Leading("mill", next);
        var second = answered(providers().ask(flours, asking(Route.ANY).from(cursor)));

        assertThat(next).isEqualTo(new Position(2, 2, null, 0));
        assertThat(second.next()).isEqualTo(new Position(3, 4, null, 0));
        assertThat(OUTLAND.asked()).last().asString().contains("p=2");
    }

    @Test
    void bringsTheProvidersOwnBodyWhereItIsWanted() {
        OUTLAND.says(MILL, 200, "{\"flours\":[],\"big\":1.2300,\"none\":null}");
        var asking = asking(only("mill"));

        var answered = answered(providers()
                .ask(
                        flours,
                        new Asking(
                                requestId,
                                asking.organisation(),
                                asking.deadline(),
                                asking.route(),
                                asking.freshness(),
                                null,
                                true)));

        var raw = Objects.requireNonNull(answered.raw());
        assertThat(raw.body()).hasToString("{\"flours\":[],\"big\":1.2300,\"none\":null}");
        assertThat(answered.meta().raw()).isEqualTo(new Meta.Body("application/json", false));
    }

    @Test
    void bringsBytes() {
        OUTLAND.saysBytes(MILL, "image/png", "dots");

        var answered = answered(providers().ask(new Picture("rye"), asking(Route.ANY)));

        assertThat(answered.data()).isEqualTo(new Binary("image/png", new byte[] {'d', 'o', 't', 's'}));
    }

    @Test
    void carriesACommandOutAndSaysWhenNobodyKnows() {
        OUTLAND.says(MILL, 200, "{\"number\":\"n1\"}");
        var done = answered(providers().ask(new Order(3), asking(Route.ANY)));
        OUTLAND.says(MILL, 503, "");
        var unknown = refused(providers().ask(new Order(3), asking(Route.ANY)));

        assertThat(done.data()).isEqualTo(new Order.Answer("n1"));
        assertThat(unknown.type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
        assertThat(OUTLAND.asked()).hasSize(2);
    }

    @Test
    void isInTimeWhenNobodyAnswers() {
        var asking = asking(only("forge"), Freshness.ANY, Duration.ofMillis(300));

        var refused = refused(providers().ask(flours, asking));

        assertThat(refused.type()).isEqualTo(ProblemType.PROVIDERS_TIMED_OUT);
        assertThat(refused.receipt().operation()).isEqualTo("grain/flours");
    }

    @Test
    void whoIsInterruptedLeaves() throws Exception {
        var reply = new FutureTask<>(() -> providers().ask(flours, asking(only("mill"))));
        var asker = Thread.ofVirtual().start(reply);
        assertThat(OUTLAND.awaitArrival()).isTrue();

        asker.interrupt();

        assertThat(refused(reply.get()).type()).isEqualTo(ProblemType.PROVIDERS_FAILED);
        assertThat(refused(reply.get()).detail()).isEqualTo("The caller left.");
        await().untilAsserted(() ->
                assertThat(Objects.requireNonNull(kept().from()).how()).isEqualTo("left"));
    }

    @Test
    void doesAsTheWholeRouteWants() {
        OUTLAND.says(MILL, 200, TWO);
        OUTLAND.says(FORGE, 200, TWO);
        var route = new Route(
                List.of("forge"), List.of(), List.of(), false, BigDecimal.ONE, Route.Sort.PRICE, Set.of("mill"));

        var answered = answered(providers().ask(flours, asking(route)));
        var stranger = refused(providers().ask(flours, asking(only("nobody"))));

        assertThat(answered.meta().provider()).isEqualTo("mill");
        assertThat(answered.receipt().candidates())
                .extracting(Candidate::provider, Candidate::removedBy)
                .contains(tuple("forge", "scope"));
        assertThat(stranger.type()).isEqualTo(ProblemType.INVALID_ROUTE);
    }

    @Test
    void plansAndCallsNobody() {
        var plan = providers().plan(flours, asking(new Route(List.of(), List.of(), List.of("forge", "lute"))));

        assertThat(plan.id()).isEqualTo(requestId);
        assertThat(plan.mode()).isEqualTo("sandbox");
        assertThat(plan.candidates())
                .extracting(Candidate::provider, Candidate::removedBy)
                .containsExactly(tuple("mill", null), tuple("forge", "route"), tuple("lute", "route"));
        assertThat(Objects.requireNonNull(plan.candidates().getFirst().score()).total())
                .isNotNegative();
        assertThat(OUTLAND.asked()).isEmpty();
    }

    @Test
    void handsPartsOnAndSaysWhoGaveThem() {
        OUTLAND.sings(MILL, true, "once", "upon é", "[END]");

        var ending = stream(this::take);

        assertThat(words).containsExactly("once", "upon é");
        assertThat(((Ending.Whole) ending).meta().provider()).isEqualTo("mill");
        assertThat(((Ending.Whole) ending).meta().attribution()).isEqualTo("Ground by Mill");
        assertThat(json(ending.receipt())).isEqualTo(json(kept()));
    }

    @Test
    void refusesAStreamThatNobodyBegins() {
        OUTLAND.says("api.harp.example", 429, Map.of("Retry-After", "7"), "");

        var ending = (Ending.Refused) providers().stream(new Song("x"), asking(only("harp")), this::take);

        assertThat(ending.type()).isEqualTo(ProblemType.PROVIDERS_RATE_LIMITED);
        assertThat(ending.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(ending.receipt().attempts()).hasSize(1);
        assertThat(words).isEmpty();
    }

    @Test
    void saysThatAStreamBrokeOff() {
        OUTLAND.sings(MILL, true, "once");

        var ending = (Ending.Broken) stream(this::take);

        assertThat(words).containsExactly("once");
        assertThat(ending.detail()).startsWith("mill broke off after 1 part (unavailable");
        assertThat(ending.receipt().attempts()).extracting(Attempt::outcome).containsExactly(Outcome.UNAVAILABLE);
    }

    @Test
    void aReaderWhoIsGoneEndsAStream() {
        OUTLAND.sings(MILL, false, "once", "upon");

        var ending = stream(part -> part.word().equals("once") ? take(part) : Taken.LEFT);

        assertThat(words).containsExactly("once");
        assertThat(ending).isInstanceOf(Ending.Broken.class);
        await().untilAsserted(() ->
                assertThat(kept().attempts()).extracting(Attempt::outcome).containsExactly(Outcome.CANCELLED));
    }

    @Test
    void whoIsInterruptedEndsAStream() throws Exception {
        OUTLAND.sings(MILL, false, "once");
        var ending = new FutureTask<>(() -> stream(this::take));
        var reader = Thread.ofVirtual().start(ending);
        await().until(() -> !words.isEmpty());

        reader.interrupt();

        assertThat(ending.get()).isInstanceOf(Ending.Broken.class);
        await().untilAsserted(() ->
                assertThat(kept().attempts()).extracting(Attempt::outcome).containsExactly(Outcome.CANCELLED));
    }

    @Test
    void isAskedInTheFormOfItsAnswer() {
        // what no compiler lets through, a registry of operations might
        @SuppressWarnings({"unchecked", "rawtypes"})
        Question<Flours.Answer> parts = (Question) new Song("x");
        @SuppressWarnings({"unchecked", "rawtypes"})
        Question<Streamed<Song.Part>> whole = (Question) flours;

        assertThatThrownBy(() -> providers().ask(parts, asking(Route.ANY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grain/song is answered in parts");
        assertThatThrownBy(() -> providers().stream(whole, asking(Route.ANY), this::take))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grain/flours is not answered in parts");
    }

    Ending stream(Sink<Song.Part> sink) {
        return providers().stream(new Song("x"), asking(only("mill")), sink);
    }

    Taken take(Song.Part part) {
        words.add(part.word());
        return Taken.TAKEN;
    }

    Flours flours() {
        return flours;
    }

    Asking asking(Route route) {
        return asking(route, Freshness.ANY);
    }

    private Asking asking(Route route, Freshness freshness) {
        return asking(route, freshness, LONG);
    }

    private Asking asking(Route route, Freshness freshness, Duration time) {
        return new Asking(requestId, "acme", Instant.now().plus(time), route, freshness, null).by("key-1");
    }

    static Route only(String provider) {
        return new Route(List.of(), List.of(provider), List.of());
    }

    private Receipt kept() {
        return receipts.find("acme", requestId).orElseThrow();
    }

    private static Object json(Receipt receipt) {
        return Wire.JSON.readTree(Wire.bytes(receipt));
    }

    static <A extends Record> Reply.Answered<A> answered(Reply<A> reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return (Reply.Answered<A>) reply;
    }

    static <A extends Record> Reply.Refused<A> refused(Reply<A> reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return (Reply.Refused<A>) reply;
    }
}
