package dev.universalapi.search.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.search.search.answer.SearchAnswer;
import dev.universalapi.search.search.plan.Wish;
import dev.universalapi.search.search.round.Arrival;
import dev.universalapi.search.search.round.Round;
import dev.universalapi.search.search.round.Seeker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers that are kept for who searches the same again. Each organisation has its own, so nothing personal is ever
/// shared; only whole ones are kept, and none for longer than the provider of each part lets it be.
final class KeptSearches {
    private static final Duration NOTHING = Duration.ofSeconds(10);

    private final Cache<Key, Kept> answers;
    private final Switches switches;
    private final Duration longest;

    private record Key(String organisation, String mode, String wish) {}

    /// @param from the operations and providers that it is made of, as [Switches] names them
    private record Kept(SearchAnswer answer, Duration life, Set<String> from) {
        boolean suits(Switches switches) {
            return from.stream().allMatch(one -> switches.off(one).isEmpty());
        }

        int things() {
            var data = answer.data();
            return 1 + data.results().size() + data.answers().size();
        }
    }

    /// @param switches what is switched off is not told of any more
    /// @param longest that any is kept
    /// @param most facts and results in all
    KeptSearches(Switches switches, Duration longest, int most) {
        this.switches = switches;
        this.longest = longest;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Key _, Kept kept) -> kept.things())
                .expireAfter(Expiry.creating((Key _, Kept kept) -> kept.life()))
                .build();
    }

    /// The answer that is kept, where the caller takes one.
    ///
    /// @param query as it was understood
    Optional<SearchAnswer> find(String query, Wish wish, Seeker seeker) {
        var freshness = seeker.freshness();
        if (freshness.noCache() || freshness.maxAge() != null || !keepable(seeker)) {
            return Optional.empty();
        }
        return Optional.ofNullable(answers.getIfPresent(key(query, wish, seeker)))
                .filter(found -> found.suits(switches))
                .map(Kept::answer);
    }

    /// Keeps an answer, where it is whole.
    void keep(SearchAnswer answer, Round round, Wish wish, Seeker seeker) {
        var life = life(round);
        if (keepable(seeker) && life.isPositive()) {
            answers.put(key(answer.data().query(), wish, seeker), new Kept(answer, life, from(round)));
        }
    }

    private static Set<String> from(Round round) {
        return round.arrived().stream()
                .flatMap(arrival -> arrival.outcome() instanceof Arrival.Answered(var _, var meta, var _)
                        ? Stream.of(
                                "provider:" + meta.provider(),
                                "operation:" + arrival.inquiry().operation())
                        : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean keepable(Seeker seeker) {
        return !seeker.freshness().noStore() && seeker.route().equals(Route.ANY);
    }

    private static Key key(String query, Wish wish, Seeker seeker) {
        return new Key(seeker.caller().organisation(), seeker.mode(), wish.canonical(query));
    }

    private Duration life(Round round) {
        var life = round.over() && !round.arrived().isEmpty() ? longest : Duration.ZERO;
        for (var arrival : round.arrived()) {
            life = shorter(
                    life,
                    switch (arrival.outcome()) {
                        case Arrival.Answered(var _, var _, var fresh) -> fresh;
                        case Arrival.Nothing _ -> NOTHING;
                        case Arrival.Helpless _ -> longest;
                        case Arrival.Away _ -> Duration.ZERO;
                    });
        }
        return life;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
