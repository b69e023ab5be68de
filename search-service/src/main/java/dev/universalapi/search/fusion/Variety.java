package dev.universalapi.search.fusion;

import dev.universalapi.search.fusion.duplicate.Shingles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts what says something new before what says the same again (maximal marginal relevance), and lets no source fill
/// the first places alone.
final class Variety {
    private static final double RELEVANCE = 0.75;
    private static final int FIRST = 10;
    /// Texts on one subject are not repetitions: only what is nearer than this counts, from 0 there to 1 for the same.
    private static final double NEAR = 0.8;

    private static final double ALIKE = 0.3;

    private final List<Scored> scored;
    private final int fromOneSource;
    private final List<Shingles> shingles;
    private final boolean[] taken;
    private final double[] told;
    private final Map<String, Integer> sources = new HashMap<>();

    /// @param scored the best first
    /// @param fromOneSource how many of the first ten may come from one source, unless others have no more
    Variety(List<Scored> scored, int fromOneSource) {
        this.scored = scored;
        this.fromOneSource = fromOneSource;
        this.shingles = scored.stream()
                .map(each -> each.thing().best())
                .map(best -> Shingles.of(Stream.concat(
                                best.title().stream(), best.text().stream().limit(30))
                        .toList()))
                .toList();
        this.taken = new boolean[scored.size()];
        this.told = new double[scored.size()];
    }

    /// At most so many of them, each of which knows how many places it lost.
    List<Scored> pick(int limit) {
        var picked = new ArrayList<Scored>();
        while (picked.size() < Math.min(limit, taken.length)) {
            var next = next(picked.size());
            taken[next] = true;
            sources.merge(source(next), 1, Integer::sum);
            picked.add(scored.get(next).movedBy(picked.size() - next));
            for (var at = 0; at < taken.length; at++) {
                told[at] = taken[at] ? 1 : Math.max(told[at], alike(at, next));
            }
        }
        return picked;
    }

    private int next(int place) {
        var best = -1;
        for (var at = 0; at < taken.length; at++) {
            if (!taken[at] && (best < 0 || better(at, best, place))) {
                best = at;
            }
        }
        return best;
    }

    private boolean better(int at, int best, int place) {
        var may = mayCome(at, place);
        return may == mayCome(best, place) ? gain(at) > gain(best) : may;
    }

    private boolean mayCome(int at, int place) {
        return place >= FIRST || sources.getOrDefault(source(at), 0) < fromOneSource;
    }

    private double gain(int at) {
        var most = scored.getFirst().score();
        return RELEVANCE * (most == 0 ? 0 : scored.get(at).score() / most) - (1 - RELEVANCE) * told[at];
    }

    private String source(int at) {
        return scored.get(at).thing().best().hit().source().provider();
    }

    private double alike(int one, int other) {
        var vector = scored.get(one).vector();
        var its = scored.get(other).vector();
        return vector == null || its == null
                ? beyond(ALIKE, shingles.get(one).alike(shingles.get(other)))
                : beyond(NEAR, vector.cosine(its));
    }

    private static double beyond(double start, double alike) {
        return Math.max(0, (alike - start) / (1 - start));
    }
}
