package dev.universalapi.analytics.usage;

import java.util.Arrays;

/// Many sketches of latencies, added up to be looked at once: a digest would sort what is only to be counted.
///
/// Latencies below 4,096 ms are told apart to the millisecond, longer ones to a 2,048th of them.
public final class Histogram implements Latencies.Reader {
    private static final int EXACT_BITS = 12;
    private static final int EXACT = 1 << EXACT_BITS;
    private static final int STEPS = EXACT / 2;
    private static final int PARTS = 4;

    private long[] counts = new long[EXACT];
    private int after;
    private long count;

    /// Adds what [Latencies#bytes] wrote, or several one after the other.
    public void add(byte[] written) {
        Latencies.read(written, this);
    }

    // many are spread over where they may be: all at their mean would be one step of a stair
    @Override
    public void read(double millis, long weight, double below, double above) {
        var part = weight < PARTS ? 0 : weight / PARTS;
        put(millis, weight - PARTS * part);
        if (part > 0) {
            put(millis - below * 3 / PARTS, part);
            put(millis - below / PARTS, part);
            put(millis + above / PARTS, part);
            put(millis + above * 3 / PARTS, part);
        }
    }

    private void put(double millis, long weight) {
        var place = place((long) (Math.max(0, millis) + 0.5));
        if (place >= counts.length) {
            counts = Arrays.copyOf(counts, place + STEPS);
        }
        counts[place] += weight;
        count += weight;
        after = Math.max(after, place + 1);
    }

    /// How many there are.
    public long count() {
        return count;
    }

    /// The latency in milliseconds that a share of all, 0 to 1, does not exceed; 0 where there is none.
    public long quantile(double share) {
        var rank = Math.clamp((long) Math.ceil(share * count), 1, Math.max(1, count));
        var place = 0;
        for (var passed = 0L; place < after; place++) {
            passed += counts[place];
            if (passed >= rank) {
                break;
            }
        }
        return millis(place);
    }

    /// Forgets all.
    public void clear() {
        Arrays.fill(counts, 0, after, 0);
        after = 0;
        count = 0;
    }

    private static int place(long millis) {
        if (millis < EXACT) {
            return (int) millis;
        }
        var shift = Long.SIZE - EXACT_BITS - Long.numberOfLeadingZeros(millis);
        return EXACT + (shift - 1) * STEPS + (int) (millis >> shift) - STEPS;
    }

    // the middle of those that are at a place
    private static long millis(int place) {
        if (place < EXACT) {
            return place;
        }
        var shift = (place - EXACT) / STEPS + 1;
        var lowest = (long) ((place - EXACT) % STEPS + STEPS) << shift;
        return lowest + (1L << shift) / 2;
    }
}
