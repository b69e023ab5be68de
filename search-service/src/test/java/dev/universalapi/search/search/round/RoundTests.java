package dev.universalapi.search.search.round;

import static dev.universalapi.search.search.source.Queries.BITCOIN;
import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.SOURCES;
import static dev.universalapi.search.search.source.Queries.TODAY;
import static dev.universalapi.search.search.source.Queries.intent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.providers.crypto.CoinPrice;
import dev.universalapi.providers.weather.Condition;
import dev.universalapi.providers.weather.CurrentWeather;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Understanding;
import dev.universalapi.search.search.plan.Plan;
import dev.universalapi.search.search.plan.Planner;
import dev.universalapi.search.search.plan.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RoundTests {
    private static final Caller CALLER = new Caller("key-1", "acme", Caller.Environment.LIVE, List.of("*"));
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final CurrentWeather.Answer SUNNY =
            new CurrentWeather.Answer(20, null, null, 1, null, Condition.CLEAR, NOW);

    private final World world = new World();
    private final Rounds rounds = new Rounds(
            _ -> world,
            new JsonMapper(),
            InstantSource.fixed(NOW),
            new Rounds.Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60), BigDecimal.ONE));

    /// Answers the weather at once; the price of coins as a test wants it.
    private static final class World implements Providers {
        private final Queue<Asking> askings = new ConcurrentLinkedQueue<>();
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile ProblemType coins = ProblemType.PROVIDERS_FAILED;
        private volatile boolean broken;
        private volatile boolean shut;

        @Override
        @SuppressWarnings("unchecked")
        public <A extends Record> Reply<A> ask(Question<A> question, Asking asking) {
            askings.add(asking);
            if (broken) {
                throw new IllegalStateException("broken");
            }
            if (question instanceof CoinPrice) {
                return coins(asking);
            }
            return (Reply<A>) new Reply.Answered<>(SUNNY, meta(asking), receipt(asking));
        }

        private <A extends Record> Reply<A> coins(Asking asking) {
            if (shut) {
                try {
                    open.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
            return new Reply.Refused<>(coins, "Nobody answered.", null, receipt(asking));
        }

        private static Meta meta(Asking asking) {
            return new Meta(
                    "somebody",
                    null,
                    "live",
                    asking.requestId(),
                    false,
                    null,
                    null,
                    List.of(),
                    BigDecimal.ZERO,
                    null,
                    0,
                    null,
                    null);
        }

        private static Receipt receipt(Asking asking) {
            return new Receipt(
                    asking.requestId(),
                    asking.organisation(),
                    "x/y",
                    Map.of(),
                    NOW,
                    "live",
                    List.of(),
                    List.of(),
                    null);
        }

        @Override
        public <P extends Record> Ending stream(Question<Streamed<P>> question, Asking asking, Sink<P> sink) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt plan(Question<?> question, Asking asking) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void asksEachUnderAReceiptOfItsOwn() throws Exception {
        var round = begin();

        round.await();

        assertThat(round.over()).isTrue();
        assertThat(world.askings).extracting(Asking::requestId).containsExactlyInAnyOrder("search-1-1", "search-1-2");
        assertThat(world.askings).allSatisfy(asking -> {
            assertThat(asking.organisation()).isEqualTo("acme");
            assertThat(asking.key()).isEqualTo("key-1");
            assertThat(asking.deadline()).isEqualTo(NOW.plusSeconds(5));
            assertThat(asking.route().maxPrice()).isEqualTo(BigDecimal.ONE);
        });
    }

    @Test
    void coversWhatWasTold() throws Exception {
        var round = begin();

        round.await();

        assertThat(round.coverage()).isEqualTo(0.5);
        assertThat(round.arrived()).filteredOn(Arrival::missing).hasSize(1);
        assertThat(round.arrived())
                .filteredOn(Arrival::told)
                .singleElement()
                .satisfies(arrival -> assertThat(arrival.found().fact()).isNotNull());
    }

    @Test
    void whoKnowsNothingHasToldSomething() throws Exception {
        world.coins = ProblemType.NO_RESULT;
        var round = begin();

        round.await();

        assertThat(round.coverage()).isEqualTo(1);
    }

    @Test
    void whoCannotBeAskedThatIsNotMissing() throws Exception {
        world.coins = ProblemType.UNSUPPORTED_QUERY;
        var round = begin();

        round.await();

        assertThat(round.coverage()).isEqualTo(1);
        assertThat(round.arrived()).noneMatch(Arrival::missing);
    }

    @Test
    void aSourceThatBreaksIsAway() throws Exception {
        world.broken = true;
        var round = begin();

        round.await();

        assertThat(round.coverage()).isZero();
        assertThat(round.arrived()).allMatch(Arrival::missing);
    }

    @Test
    void whoIsLateIsStillOpenAndArrivesLater() throws Exception {
        world.shut = true;
        var round = begin();

        var first = round.next(Duration.ofMinutes(1));
        var open = round.open();
        var half = round.coverage();
        world.open.countDown();
        var second = round.next(Duration.ofMinutes(1));

        assertThat(first).hasSize(1);
        assertThat(open).hasSize(1);
        assertThat(half).isEqualTo(0.5);
        assertThat(second).hasSize(1);
        assertThat(round.over()).isTrue();
        assertThat(round.next(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void interruptsThoseWhomNobodyWaitsFor() throws Exception {
        world.shut = true;
        var round = begin();

        round.leave();
        while (!round.over()) {
            var _ = round.next(Duration.ofMinutes(1));
        }

        assertThat(round.open()).isEmpty();
    }

    private Round begin() {
        var wish = new Wish("x", Set.of(Language.EN), Set.of(), 10, Optional.empty(), true, true, false);
        var seeker = new Seeker(CALLER, "live", "search-1", NOW.plusSeconds(60), Freshness.ANY, Route.ANY);
        return rounds.begin(plan(wish), wish, seeker);
    }

    private static Plan plan(Wish wish) {
        var intents = List.of(intent("weather", "weather", "", LYON), intent("crypto", "bitcoin", "", BITCOIN));
        return new Planner(SOURCES, 8).plan(new Understanding("x", Language.EN, intents, true), wish, TODAY);
    }
}
