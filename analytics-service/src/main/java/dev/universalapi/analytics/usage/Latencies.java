package dev.universalapi.analytics.usage;

import com.tdunning.math.stats.MergingDigest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A sketch of many latencies in milliseconds. Few are kept as they are, more in a t-digest, whose quantiles are at
/// most 1 % of rank from the true ones however it was merged.
///
/// Written, it is a row of blocks, so that two are united by writing one after the other. A block is [#FEW] (how many,
/// then each, as numbers of 7 bits a byte) or [#MANY] (how many centroids, then of each how many it stands for and its
/// mean as a float).
public final class Latencies {
    /// Which keeps the rank error at the median under 0.5 %; towards both ends it is smaller.
    private static final double COMPRESSION = 200;
    /// From here on a digest is shorter.
    private static final int MOST_FEW = 256;
    private static final int FIRST_FEW = 4;

    private static final byte FEW = 1;
    private static final byte MANY = 2;

    private long[] few = new long[FIRST_FEW];
    private int count;
    private @Nullable MergingDigest digest;

    /// Told of latencies.
    @FunctionalInterface
    interface Reader {
        /// One, or so many of which that is the mean.
        ///
        /// @param below how far down they reach
        /// @param above how far up they reach
        void read(double millis, long weight, double below, double above);
    }

    /// Adds one; less than 0 is taken for 0.
    public void add(long millis) {
        if (count == MOST_FEW) {
            unite();
        }
        if (count == few.length) {
            few = Arrays.copyOf(few, Math.min(MOST_FEW, 2 * count));
        }
        few[count++] = Math.max(0, millis);
    }

    /// Adds what was written, by [#bytes] or by several one after the other.
    public void add(byte[] written) {
        read(written, (millis, weight, _, _) -> {
            if (weight == 1) {
                add(Math.round(millis));
            } else {
                unite().add(millis, Math.toIntExact(weight));
            }
        });
    }

    /// Tells a reader what was written, by [#bytes] or by several one after the other.
    static void read(byte[] written, Reader reader) {
        var bytes = ByteBuffer.wrap(written);
        while (bytes.hasRemaining()) {
            switch (bytes.get()) {
                case FEW -> {
                    for (var left = Varint.read(bytes); left > 0; left--) {
                        reader.read((double) Varint.read(bytes), 1, 0, 0);
                    }
                }
                case MANY -> readCentroids(bytes, reader);
                default -> throw new IllegalArgumentException("these are no latencies");
            }
        }
    }

    // each reaches half of the way to its neighbours
    private static void readCentroids(ByteBuffer bytes, Reader reader) {
        var weights = new long[Math.toIntExact(Varint.read(bytes))];
        var means = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Varint.read(bytes);
            means[i] = bytes.getFloat();
        }
        for (int i = 0; i < weights.length; i++) {
            var below = i == 0 ? 0 : (means[i] - means[i - 1]) / 2;
            var above = i == weights.length - 1 ? 0 : (means[i + 1] - means[i]) / 2;
            reader.read(means[i], weights[i], below, above);
        }
    }

    /// How many there are.
    public long count() {
        return isFew() ? count : unite().size();
    }

    /// The latency that a share of all, 0 to 1, does not exceed; `NaN` where there is none.
    public double quantile(double share) {
        if (!isFew()) {
            return unite().quantile(share);
        }
        if (count == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(few, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(share * count) - 1, 0, count - 1)];
    }

    /// In one block.
    public byte[] bytes() {
        if (isFew()) {
            var bytes = ByteBuffer.allocate(1 + Varint.LONGEST * (count + 1)).put(FEW);
            Varint.write(bytes, count);
            for (int i = 0; i < count; i++) {
                Varint.write(bytes, few[i]);
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
        var whole = unite();
        whole.compress();
        var bytes = ByteBuffer.allocate(1 + Varint.LONGEST + whole.centroidCount() * (Varint.LONGEST + Float.BYTES))
                .put(MANY);
        Varint.write(bytes, whole.centroidCount());
        for (var centroid : whole.centroids()) {
            Varint.write(bytes, centroid.count());
            bytes.putFloat((float) centroid.mean());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private boolean isFew() {
        return digest == null;
    }

    private MergingDigest unite() {
        var whole = digest == null ? new MergingDigest(COMPRESSION) : digest;
        for (int i = 0; i < count; i++) {
            whole.add((double) few[i]);
        }
        count = 0;
        digest = whole;
        return whole;
    }
}
