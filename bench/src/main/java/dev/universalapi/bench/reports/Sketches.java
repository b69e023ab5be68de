package dev.universalapi.bench.reports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/// Latencies as analytics-service writes them: few as they are, or many as centroids.
final class Sketches {
    private static final int FEW = 1;
    private static final int MANY = 2;
    private static final int SEVEN_BITS = 0x7f;
    private static final double MEDIAN_MILLIS = 150;

    private final Random random = new Random(6);

    /// So many single latencies.
    byte[] few(int count) {
        var out = new ByteArrayOutputStream();
        out.write(FEW);
        number(count, out);
        for (var i = 0; i < count; i++) {
            number(Math.round(MEDIAN_MILLIS * Math.exp(random.nextGaussian())), out);
        }
        return out.toByteArray();
    }

    /// So many centroids of as many latencies each.
    byte[] many(int centroids, int weight) {
        var out = new ByteArrayOutputStream();
        out.write(MANY);
        number(centroids, out);
        random.doubles(centroids, 0, 1).sorted().forEach(share -> {
            number(weight, out);
            var mean = (float) (MEDIAN_MILLIS * share / (1 - share));
            out.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat(mean).array());
        });
        return out.toByteArray();
    }

    private static void number(long number, ByteArrayOutputStream out) {
        var rest = number;
        while (rest > SEVEN_BITS) {
            out.write((int) (rest & SEVEN_BITS | SEVEN_BITS + 1));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
