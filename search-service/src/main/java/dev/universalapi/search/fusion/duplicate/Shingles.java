package dev.universalapi.search.fusion.duplicate;

import dev.universalapi.search.fusion.word.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The neighbouring pairs of words of a text; a single word is a pair of its own.
public record Shingles(Set<String> pairs) {
    public Shingles {
        pairs = Set.copyOf(pairs);
    }

    public static Shingles of(List<Word> words) {
        return ofStems(words.stream().map(Word::stem).toList());
    }

    static Shingles ofStems(List<String> stems) {
        var pairs = new HashSet<String>();
        if (stems.size() == 1) {
            pairs.add(stems.getFirst());
        }
        for (var at = 1; at < stems.size(); at++) {
            pairs.add(stems.get(at - 1) + ' ' + stems.get(at));
        }
        return new Shingles(pairs);
    }

    /// What both have of what one has (Jaccard), 0 to 1; 0 where one has nothing.
    public double alike(Shingles other) {
        var few = pairs.size() < other.pairs.size() ? this : other;
        var many = few == this ? other : this;
        var both = few.pairs.stream().filter(many.pairs::contains).count();
        return both == 0 ? 0 : (double) both / (pairs.size() + other.pairs.size() - both);
    }
}
