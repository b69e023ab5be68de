package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.cache.shelf.Tide;
import dev.universalapi.engine.cache.shelf.Told;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Position;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;

/// One process of a test: its answers, and how it is asked.
final class Replica {
    final FakeClock clock;
    final FakeLoad load = new FakeLoad();
    final Answers<String> answers;

    Replica(FakeClock clock, Shelf shelf) {
        this.clock = clock;
        this.answers = new Answers<>(() -> Lifetimes.DEFAULT, shelf, clock);
    }

    Wanted wanted() {
        return wanted(48.4, "acme", Freshness.ANY, _ -> true, Duration.ofSeconds(10));
    }

    Wanted of(String organisation) {
        return wanted(48.4, organisation, Freshness.ANY, _ -> true, Duration.ofSeconds(10));
    }

    Wanted saying(String cacheControl) {
        return wanted(48.4, "acme", Freshness.parse(cacheControl), _ -> true, Duration.ofSeconds(10));
    }

    Wanted within(Duration time) {
        return wanted(48.4, "acme", Freshness.ANY, _ -> true, time);
    }

    Wanted notBy(String provider) {
        var any =
                wanted(48.4, "acme", Freshness.ANY, told -> !told.provider().equals(provider), Duration.ofSeconds(10));
        return new Wanted(
                any.type(),
                any.query(),
                null,
                any.partition(),
                any.organisation(),
                true,
                new Route(List.of(), List.of(), List.of(provider)),
                any.suits(),
                any.freshness(),
                any.deadline());
    }

    /// The same list further on.
    Wanted at(String provider, int page) {
        return at(wanted(), new Cursor.Leading(provider, new Position(page, 10 * page, null, 0)));
    }

    static Wanted at(Wanted any, Cursor.Leading cursor) {
        return new Wanted(
                any.type(),
                any.query(),
                cursor,
                any.partition(),
                any.organisation(),
                true,
                any.route(),
                any.suits(),
                any.freshness(),
                any.deadline());
    }

    Wanted privately() {
        var any = wanted();
        return new Wanted(
                any.type(),
                any.query(),
                null,
                "key of acme",
                "acme",
                true,
                any.route(),
                any.suits(),
                any.freshness(),
                any.deadline());
    }

    Wanted notKeepable() {
        var any = wanted();
        return new Wanted(
                any.type(),
                any.query(),
                null,
                any.partition(),
                "acme",
                false,
                any.route(),
                any.suits(),
                any.freshness(),
                any.deadline());
    }

    private Wanted wanted(
            double latitude, String organisation, Freshness freshness, Predicate<Told> suits, Duration time) {
        return new Wanted(
                Tide.TYPE,
                new Tide(latitude),
                null,
                CacheKey.PUBLIC,
                organisation,
                true,
                Route.ANY,
                suits,
                freshness,
                clock.instant().plus(time));
    }

    Served<String> ask(Wanted wanted) {
        return answers.find(wanted, load);
    }

    How how(Wanted wanted) {
        return ask(wanted).how();
    }

    /// Asks on a thread of its own.
    Caller call(Wanted wanted) {
        var task = new FutureTask<>(() -> ask(wanted));
        return new Caller(Thread.ofVirtual().start(task), task);
    }

    /// Somebody who asks.
    record Caller(Thread thread, FutureTask<Served<String>> task) {
        Served<String> served() throws InterruptedException, ExecutionException {
            return task.get();
        }
    }
}
