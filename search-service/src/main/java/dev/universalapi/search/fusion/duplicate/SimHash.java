package dev.universalapi.search.fusion.duplicate;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.StringHelper;

/// Sixty-four bits of a text, of which few differ where few words do. Its features are the words, of which rare ones
/// say
/// more, and each three in a row.
final class SimHash {
    private static final int SEED = 0;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final Map<String, Stem> stems = new HashMap<>();
    private final int size;

    private static final class Stem {
        private final long hash;
        private int texts;

        Stem(String stem) {
            var bytes = stem.getBytes(StandardCharsets.UTF_8);
            this.hash = StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, SEED)[0];
        }
    }

    /// @param pool texts, each of its stems
    SimHash(List<List<String>> pool) {
        this.size = pool.size();
        pool.forEach(text -> text.stream().distinct().forEach(stem -> stem(stem).texts++));
    }

    private Stem stem(String stem) {
        return stems.computeIfAbsent(stem, Stem::new);
    }

    long of(List<String> text) {
        var sums = new float[Long.SIZE];
        var before = 0L;
        var two = 0L;
        for (var word : text) {
            var stem = stem(word);
            add(sums, stem.hash, weight(stem));
            if (two != 0) {
                add(sums, mixed(mixed(two, before), stem.hash), 1);
            }
            two = before;
            before = stem.hash;
        }
        var bits = 0L;
        for (var bit = 0; bit < Long.SIZE; bit++) {
            bits |= sums[bit] > 0 ? 1L << bit : 0;
        }
        return bits;
    }

    private float weight(Stem stem) {
        return (float) Math.max(1, Math.log((double) size / Math.max(1, stem.texts)));
    }

    private static long mixed(long one, long other) {
        var mixed = (one ^ Long.rotateLeft(other, 31)) * MIX;
        return mixed ^ mixed >>> 32;
    }

    private static void add(float[] sums, long hash, float weight) {
        for (var bit = 0; bit < Long.SIZE; bit++) {
            sums[bit] += ((hash >>> bit & 1) * 2 - 1) * weight;
        }
    }
}
