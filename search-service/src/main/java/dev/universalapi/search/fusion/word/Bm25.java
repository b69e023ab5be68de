package dev.universalapi.search.fusion.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// BM25 over one pool of texts, with the counts of that pool. What sources found has no index, and to build one for a
/// hundred short texts costs more than to count in them.
public final class Bm25 {
    private static final double K1 = 0.9;
    private static final double B = 0.4;
    private static final int TITLE = 2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] counts;
    private final double[] lengths;

    private Bm25(Set<String> sought, int size) {
        sought.forEach(stem -> numbers.put(stem, numbers.size()));
        this.counts = new int[size][numbers.size()];
        this.lengths = new double[size];
    }

    /// A score for each hit, 0 where it has none of the words that are sought. Words of titles count twice.
    public static double[] scores(Set<String> sought, List<Reading> pool) {
        var bm25 = new Bm25(sought, pool.size());
        for (var at = 0; at < pool.size(); at++) {
            bm25.count(at, pool.get(at).title(), TITLE);
            bm25.count(at, pool.get(at).text(), 1);
        }
        return bm25.scores();
    }

    private void count(int at, List<Word> words, int weight) {
        lengths[at] += weight * words.size();
        for (var word : words) {
            var number = numbers.get(word.stem());
            if (number != null) {
                counts[at][number] += weight;
            }
        }
    }

    private double[] scores() {
        var mean = 0.0;
        for (var length : lengths) {
            mean += Math.max(1, length) / lengths.length;
        }
        var scores = new double[lengths.length];
        for (var number = 0; number < numbers.size(); number++) {
            var weight = weight(number);
            for (var at = 0; at < scores.length; at++) {
                double count = counts[at][number];
                scores[at] += weight * count / (count + K1 * (1 - B + B * lengths[at] / mean));
            }
        }
        return scores;
    }

    private double weight(int number) {
        var with = 0;
        for (var each : counts) {
            with += each[number] > 0 ? 1 : 0;
        }
        return Math.log(1 + (counts.length + 1 - with + 0.5) / (with + 0.5));
    }
}
