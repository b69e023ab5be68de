package dev.universalapi.analytics.usage;

import com.tdunning.math.stats.MergingDigest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A sketch of many latencies in milliseconds: a t-digest, whose quantiles are at most 1 % of rank from the true ones
/// however it was merged. Written, it is a row of digests, so that two are united by writing one after the other.
public final class Latencies {
    /// Which keeps the rank error at the median under 0.5 %; towards both ends it is smaller.
    private static final double COMPRESSION = 200;

    private final MergingDigest digest = new MergingDigest(COMPRESSION);
    private final List<MergingDigest> waiting = new ArrayList<>();

    /// Adds one.
    public void add(long millis) {
        digest.add(millis);
    }

    /// Adds what was written, by [#bytes] or by several one after the other.
    public void add(byte[] written) {
        var bytes = ByteBuffer.wrap(written);
        while (bytes.hasRemaining()) {
            waiting.add(MergingDigest.fromBytes(bytes));
        }
        if (waiting.size() >= 64) {
            unite();
        }
    }

    /// How many there are.
    public long count() {
        unite();
        return digest.size();
    }

    /// The latency that a share of all, 0 to 1, does not exceed; `NaN` where there is none.
    public double quantile(double share) {
        unite();
        return digest.quantile(share);
    }

    /// In the shortest form.
    public byte[] bytes() {
        unite();
        digest.compress();
        var bytes = ByteBuffer.allocate(digest.smallByteSize());
        digest.asSmallBytes(bytes);
        return bytes.array();
    }

    private void unite() {
        if (!waiting.isEmpty()) {
            digest.add(waiting);
            waiting.clear();
        }
    }
}
