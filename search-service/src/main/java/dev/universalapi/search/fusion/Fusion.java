package dev.universalapi.search.fusion;

import dev.universalapi.search.fusion.duplicate.Duplicates;
import dev.universalapi.search.fusion.duplicate.Thing;
import dev.universalapi.search.fusion.meaning.Meanings;
import dev.universalapi.search.fusion.word.Bm25;
import dev.universalapi.search.fusion.word.StopWords;
import dev.universalapi.search.fusion.word.Words;
import dev.universalapi.search.intent.Language;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes one list of what many sources found, by scoring all of it anew: sources with different contents never find the
/// same thing, so that their ranks and scores cannot be compared.
public final class Fusion {
    /// Hits that are looked at; of more, those that their sources put first.
    static final int POOL = 120;

    private static final int FROM_ONE_SOURCE = 3;

    private static final Comparator<Hit> AS_FOUND = Comparator.comparingInt(Hit::rank)
            .thenComparing(hit -> hit.source().provider())
            .thenComparing(hit -> hit.source().operation())
            .thenComparing(Hit::title)
            .thenComparing(Hit::text)
            .thenComparing(hit -> String.valueOf(hit.url()))
            .thenComparing(hit -> String.valueOf(hit.at()))
            .thenComparing(hit -> String.valueOf(hit.entity()))
            .thenComparing(hit -> hit.data().toString());

    private final Meanings meanings;
    private final InstantSource clock;

    public Fusion(Meanings meanings, InstantSource clock) {
        this.meanings = meanings;
        this.clock = clock;
    }

    /// Whether meanings are compared, and not words alone: false until the model is loaded, and where it cannot be.
    public boolean ready() {
        return meanings.state() == Meanings.State.READY;
    }

    /// The best things of a pool, the best first. The same whatever order the pool is in, as long as the time reaches
    /// for as many vectors.
    ///
    /// @param query cleaned, at most 400 characters
    /// @param pool what sources found, in any order
    /// @param categories how likely each is meant, 0 to 1; empty where nothing is known of it
    /// @param limit at most so many; none where it is not positive
    /// @param budget for comparing meanings; what it does not reach for goes by words
    public List<Ranked> rank(
            String query,
            Language language,
            List<Hit> pool,
            Map<String, Double> categories,
            int limit,
            Duration budget) {
        var words = Words.in(language);
        var sought = words.sought(query);
        var readings = pool.stream().sorted(AS_FOUND).limit(POOL).map(words::of).toList();
        var things = Duplicates.fold(readings, StopWords.stems(language));
        var byWords = Bm25.scores(sought, things.stream().map(Thing::best).toList());
        var nearness = Nearness.of(query, things, byWords, meanings, budget);
        var weights = new Weights(categories, clock.instant());
        var scored = weights.weigh(things, byWords, nearness);
        return new Variety(scored, weights.wantsOne() ? limit : FROM_ONE_SOURCE)
                .pick(limit).stream().map(each -> ranked(each, sought)).toList();
    }

    private static Ranked ranked(Scored scored, Set<String> sought) {
        var thing = scored.thing();
        return new Ranked(
                thing.id(),
                thing.best().hit(),
                scored.score(),
                thing.alsoFrom(),
                scored.why(),
                Highlights.of(sought, thing.best()));
    }
}
