package dev.universalapi.search.search;

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
import dev.universalapi.providers.crypto.LargestCoins;
import dev.universalapi.providers.news.Article;
import dev.universalapi.providers.news.NewsSearch;
import dev.universalapi.providers.weather.Condition;
import dev.universalapi.providers.weather.CurrentWeather;
import dev.universalapi.search.search.round.Seeker;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Answers the weather, the market of coins and news at once, and the price of coins as a test wants it; nobody
/// else is there.
public final class World implements Providers {
    public static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final CurrentWeather.Answer SUNNY =
            new CurrentWeather.Answer(20, null, null, 1, null, Condition.CLEAR, NOW);
    private static final LargestCoins.Answer MARKET = new LargestCoins.Answer(
            "USD",
            List.of(new LargestCoins.Listing(
                    "bitcoin",
                    "BTC",
                    "Bitcoin",
                    1,
                    new BigDecimal("10.5"),
                    null,
                    BigDecimal.TEN,
                    null,
                    null,
                    null,
                    null)));
    private static final NewsSearch.Answer NEWS = new NewsSearch.Answer(
            List.of(
                    new Article("One", URI.create("https://x.example/1"), "X", NOW, null, "First of all.", null),
                    new Article("Two", URI.create("https://x.example/2"), "X", NOW, null, null, null)),
            null);

    private final Queue<Asking> askings = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile @Nullable ProblemType coins = ProblemType.PROVIDERS_FAILED;
    private volatile String provider = "somebody";
    private volatile Duration fresh = Duration.ZERO;
    private volatile boolean meanings;
    private volatile boolean broken;
    private volatile boolean shut;

    /// Somebody of acme.
    public static Seeker seeker() {
        var caller = new Caller("key-1", "acme", Caller.Environment.LIVE, List.of("*"));
        return new Seeker(caller, "live", "search-1", NOW.plusSeconds(60), Freshness.ANY, Route.ANY);
    }

    public Queue<Asking> askings() {
        return askings;
    }

    /// What who asks for the price of a coin is refused with; null for an answer.
    public void coins(@Nullable ProblemType refused) {
        coins = refused;
    }

    /// Who answers from now on.
    public void answersAs(String id) {
        provider = id;
    }

    /// What is answered from now on may be told again for so long.
    public void keepsFor(Duration time) {
        fresh = time;
    }

    /// Throws from now on.
    public void breaks() {
        broken = true;
    }

    /// From now on results are brought into order by their meaning too.
    public void learnsMeanings() {
        meanings = true;
    }

    public boolean comparesMeanings() {
        return meanings;
    }

    /// Holds who asks for the price of a coin.
    public void holdsCoins() {
        shut = true;
    }

    public void letsCoinsGo() {
        gate.countDown();
    }

    /// Waits until who is held is asked no more.
    public void awaitsLeaving() throws InterruptedException {
        left.await();
    }

    /// Whether who is held is still asked.
    public boolean isStillAsked() {
        return left.getCount() > 0;
    }

    @Override
    public <A extends Record> Reply<A> ask(Question<A> question, Asking asking) {
        askings.add(asking);
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return switch (question) {
            case CoinPrice _ -> price(asking);
            case LargestCoins _ -> answered(MARKET, asking);
            case CurrentWeather _ -> answered(SUNNY, asking);
            case NewsSearch _ -> answered(NEWS, asking);
            default -> refused(ProblemType.NO_PROVIDER, asking);
        };
    }

    private <A extends Record> Reply<A> price(Asking asking) {
        if (shut) {
            try {
                gate.await();
            } catch (InterruptedException _) {
                left.countDown();
                Thread.currentThread().interrupt();
            }
        }
        var refused = coins;
        return refused == null
                ? answered(
                        new CoinPrice.Answer("BTC", null, "USD", BigDecimal.TEN, null, null, null, null, null, NOW),
                        asking)
                : refused(refused, asking);
    }

    // a test asks only for what is answered so
    @SuppressWarnings("unchecked")
    private <A extends Record> Reply<A> answered(Record answer, Asking asking) {
        var meta = new Meta(
                provider,
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
        return (Reply<A>) new Reply.Answered<>(answer, meta, receipt(asking), null, null, fresh);
    }

    private static <A extends Record> Reply<A> refused(ProblemType type, Asking asking) {
        return new Reply.Refused<>(type, "Nobody answered.", null, receipt(asking));
    }

    private static Receipt receipt(Asking asking) {
        return new Receipt(
                asking.requestId(), asking.organisation(), "x/y", Map.of(), NOW, "live", List.of(), List.of(), null);
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
