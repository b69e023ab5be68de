package dev.universalapi.search.fusion.duplicate;

import dev.universalapi.search.fusion.word.Word;
import java.util.Arrays;
import java.util.List;

/// The neighbouring pairs of words of a text, as numbers in order; a single word is a pair of its own.
public final class Shingles {
    private final int[] pairs;

    private Shingles(int[] pairs) {
        this.pairs = pairs;
    }

    public static Shingles of(List<Word> words) {
        return ofStems(words.stream().map(Word::stem).toList());
    }

    static Shingles ofStems(List<String> stems) {
        if (stems.size() == 1) {
            return new Shingles(new int[] {stems.getFirst().hashCode()});
        }
        var pairs = new int[Math.max(0, stems.size() - 1)];
        for (var at = 0; at < pairs.length; at++) {
            pairs[at] = 31 * stems.get(at).hashCode() + stems.get(at + 1).hashCode();
        }
        return new Shingles(Arrays.stream(pairs).sorted().distinct().toArray());
    }

    /// What both have of what one has (Jaccard), 0 to 1; 0 where one has nothing.
    public double alike(Shingles other) {
        var both = 0;
        var mine = 0;
        var its = 0;
        while (mine < pairs.length && its < other.pairs.length) {
            var order = Integer.compare(pairs[mine], other.pairs[its]);
            both += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            its += order >= 0 ? 1 : 0;
        }
        return both == 0 ? 0 : (double) both / (pairs.length + other.pairs.length - both);
    }
}
