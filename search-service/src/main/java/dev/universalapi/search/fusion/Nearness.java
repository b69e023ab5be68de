package dev.universalapi.search.fusion;

import dev.universalapi.search.fusion.duplicate.Thing;
import dev.universalapi.search.fusion.meaning.Meanings;
import dev.universalapi.search.fusion.meaning.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How near things are to a query in what they mean.
///
/// @param vectors of the things, null for those that the time did not reach
/// @param cosines 0 for those
record Nearness(List<@Nullable Vector> vectors, double[] cosines) {
    /// Things that are worth a vector: the best by words, and whatever a source puts first, for it may say the same
    /// in other words.
    private static final int WORTH = 40;

    static Nearness of(String query, List<Thing> things, double[] byWords, Meanings meanings, Duration budget) {
        var gists = things.stream().map(thing -> Gist.of(thing.best().hit())).toList();
        var texts = new ArrayList<String>();
        texts.add(query);
        worth(things, byWords).forEach(at -> texts.add(gists.get(at)));
        var found = meanings.of(texts, budget);
        var asked = found.get(query);
        var vectors = new ArrayList<@Nullable Vector>();
        gists.forEach(gist -> vectors.add(asked == null ? null : found.get(gist)));
        var cosines = vectors.stream()
                .mapToDouble(vector -> asked == null || vector == null ? 0 : asked.cosine(vector))
                .toArray();
        return new Nearness(vectors, cosines);
    }

    /// Their numbers, those first that gain most.
    private static Set<Integer> worth(List<Thing> things, double[] byWords) {
        var worth = new LinkedHashSet<Integer>();
        IntStream.range(0, byWords.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -byWords[at]))
                .limit(WORTH)
                .forEach(worth::add);
        var seen = new HashSet<Hit.Source>();
        for (var at = 0; at < things.size(); at++) {
            if (seen.add(things.get(at).best().hit().source())) {
                worth.add(at);
            }
        }
        return worth;
    }

    /// Whether it says anything.
    boolean isKnown() {
        return vectors.stream().anyMatch(vector -> vector != null);
    }

    /// The cosines from 0 for the farthest to 1 for the nearest; 0 as well where there is none.
    double[] scaled() {
        var known = IntStream.range(0, cosines.length)
                .filter(at -> vectors.get(at) != null)
                .toArray();
        var scaled =
                Scale.minmax(Arrays.stream(known).mapToDouble(at -> cosines[at]).toArray());
        var all = new double[cosines.length];
        for (var at = 0; at < known.length; at++) {
            all[known[at]] = scaled[at];
        }
        return all;
    }
}
