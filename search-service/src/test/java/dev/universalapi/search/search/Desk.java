package dev.universalapi.search.search;

import static dev.universalapi.search.search.source.Queries.SOURCES;

import dev.universalapi.platform.events.Events;
import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.fusion.Ranked;
import dev.universalapi.search.fusion.summary.Summary;
import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Understanding;
import dev.universalapi.search.search.plan.Experience;
import dev.universalapi.search.search.plan.Planner;
import dev.universalapi.search.search.round.Rounds;
import dev.universalapi.search.search.suggestion.Lexicon;
import dev.universalapi.search.search.suggestion.Suggestions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// A whole search without a service around it: every query is understood as a test wants, what is found stays in the
/// order of its sources.
final class Desk {
    private static final InstantSource CLOCK = InstantSource.fixed(World.NOW);
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> off = new ConcurrentHashMap<>();
    private final Searches searches;
    private final StreamedSearch streamed;

    Desk(World world, Duration grace, Events events, Set<String> recorded, List<Intent> intents) {
        var means = new Means(
                (_, _, _) -> new Understanding("the query", Language.EN, intents, true),
                (_, _, pool, _, _, _) -> pool.stream()
                        .sorted(Comparator.comparingInt(Hit::rank))
                        .map(Desk::ranked)
                        .toList(),
                () -> world.comparesMeanings(),
                (_, _, ranked) -> Optional.of(new Summary(
                        List.of(new Summary.Sentence(ranked.getFirst().hit().text(), 1)))));
        var limits = new Rounds.Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), grace, BigDecimal.ONE);
        var merger = new Merger(means, new Suggestions(new NoNames()), Duration.ofMillis(40));
        var experience = new Experience(new Random(1));
        var chronicle = new Chronicle(events, recorded, CLOCK);
        this.searches = new Searches(
                means,
                new Planner(SOURCES, 8, experience),
                new Rounds(_ -> world, JSON, CLOCK, limits, experience),
                merger,
                new KeptSearches(target -> Optional.ofNullable(off.get(target)), Duration.ofSeconds(60), 100),
                chronicle,
                CLOCK);
        this.streamed = new StreamedSearch(searches, merger, chronicle, JSON);
    }

    /// Knows no name.
    private static final class NoNames implements Lexicon {
        @Override
        public Optional<String> nearest(String word) {
            return Optional.empty();
        }

        @Override
        public List<Name> beginning(String letters, int most) {
            return List.of();
        }
    }

    /// Switches something off, as [dev.universalapi.engine.switching.Switches] names it.
    void switchOff(String target) {
        off.put(target, "why");
    }

    Searches searches() {
        return searches;
    }

    StreamedSearch streamed() {
        return streamed;
    }

    private static Ranked ranked(Hit hit) {
        return new Ranked(hit.title(), hit, 1, List.of(), new Ranked.Why(1, 0, 0, 1, 0), List.of());
    }
}
