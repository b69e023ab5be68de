package dev.universalapi.bench.stock;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Engine;
import dev.universalapi.engine.Observer;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.Surroundings;
import dev.universalapi.engine.Tuning;
import dev.universalapi.engine.attempt.Effort;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.quota.Unlimited;
import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sample's question put to an engine of its own, with every provider of the operation at the other end.
public final class Asked {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Freshness PAST_CACHES = new Freshness(true, true, null);
    private static final Effort ONCE_EACH =
            new Effort(8, 0, 0, Duration.ofMillis(1), Duration.ofMillis(1), 0, 0, 1_000_000, LONG);
    private static final Tuning TUNING = new Tuning(
            Tuning.DEFAULT.order(),
            Tuning.DEFAULT.weights(),
            Tuning.DEFAULT.pace(),
            () -> ONCE_EACH,
            Tuning.DEFAULT.lifetimes());
    private static final Receipts NOWHERE = new Receipts() {
        @Override
        public void keep(Receipt receipt) {}

        @Override
        public Optional<Receipt> find(String organisation, String id) {
            return Optional.empty();
        }
    };

    private final Stock stock;
    private final Exchange exchange;
    private final Map<String, List<EgressResponse>> scripts = new HashMap<>();

    private Asked(Stock stock, Exchange exchange) {
        this.stock = stock;
        this.exchange = exchange;
    }

    /// Others answer with their first sample, the sample's own provider with the sample.
    public static Asked of(Stock stock, Exchange exchange) {
        var asked = new Asked(stock, exchange);
        for (var offer : asked.offers()) {
            stock.first(offer.provider(), exchange.operation())
                    .ifPresent(first -> asked.scripts.put(offer.provider(), first.responses()));
        }
        asked.scripts.put(exchange.provider(), exchange.responses());
        return asked;
    }

    /// The same, with another last response of the sample's own provider.
    public Asked answering(EgressResponse response) {
        var before = exchange.sample().first().map(first -> List.of(first.response(), response));
        scripts.put(exchange.provider(), before.orElse(List.of(response)));
        return this;
    }

    /// Whether any other provider answers the question.
    public boolean elsewhere() {
        return offers().size() > 1 && answered(ask(new Route(List.of(), List.of(), List.of(exchange.provider()))));
    }

    // every query record of an operation is a question
    @SuppressWarnings("unchecked")
    public Reply<?> ask(Route route) {
        var around = new Surroundings(
                stock::catalogue,
                new Scripted(stock, offers(), scripts),
                Secrets.sandbox(),
                NOWHERE,
                new Unlimited(),
                Shelf.NONE,
                CLOCK,
                "sandbox");
        var asking = new Asking("proof", "proof", CLOCK.instant().plus(LONG), route, PAST_CACHES, null);
        return new Engine(around, TUNING, Observer.NONE)
                .ask((Question<? extends Record>) exchange.sample().query(), asking);
    }

    public static boolean answered(Reply<?> reply) {
        return reply instanceof Reply.Answered<?>;
    }

    private List<Offer> offers() {
        return stock.catalogue().offering(exchange.operation());
    }
}
