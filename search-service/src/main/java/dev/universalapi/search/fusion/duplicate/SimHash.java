package dev.universalapi.search.fusion.duplicate;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.StringHelper;

/// Sixty-four bits of a text, of which few differ where few words do.
final class SimHash {
    private static final int SEED = 0;

    private final Map<String, Integer> texts = new HashMap<>();
    private final int size;

    /// Counts how many texts of the pool have a word, because rare ones say more.
    SimHash(List<List<String>> pool) {
        this.size = pool.size();
        pool.forEach(text -> text.stream().distinct().forEach(word -> texts.merge(word, 1, Integer::sum)));
    }

    long of(List<String> text) {
        var sums = new double[Long.SIZE];
        for (var at = 0; at < text.size(); at++) {
            add(sums, text.get(at), weight(text.get(at)));
            if (at + 2 < text.size()) {
                add(sums, text.get(at) + ' ' + text.get(at + 1) + ' ' + text.get(at + 2), 1);
            }
        }
        var bits = 0L;
        for (var bit = 0; bit < Long.SIZE; bit++) {
            bits |= sums[bit] > 0 ? 1L << bit : 0;
        }
        return bits;
    }

    private double weight(String word) {
        return Math.max(1, Math.log((double) size / texts.getOrDefault(word, 1)));
    }

    private static void add(double[] sums, String feature, double weight) {
        var bytes = feature.getBytes(StandardCharsets.UTF_8);
        var hash = StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, SEED)[0];
        for (var bit = 0; bit < Long.SIZE; bit++) {
            sums[bit] += (hash >>> bit & 1) == 0 ? -weight : weight;
        }
    }
}
