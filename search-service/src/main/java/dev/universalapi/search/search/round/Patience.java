package dev.universalapi.search.search.round;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long it pays to wait, in nanoseconds of one clock (services.md A4.7, as Vespa has it).
///
/// Who does not say how long it waits is answered a grace after the faster half of the sources; who does, by its
/// deadline. Of either, three tenths are left to merge. Once nine tenths of what is expected to help are there, only a
/// quarter of what is left is waited for the rest. Who failed is not expected any more; before anybody has answered,
/// the whole deadline is waited for.
final class Patience {
    private static final double SOFT = 0.7;
    private static final double ENOUGH = 0.9;
    private static final double REST = 0.25;

    private final long start;
    private final Manner manner;
    private double expected;
    private double told;
    private int sources;
    private int answered;
    private long until;
    private boolean half;
    private boolean enough;

    /// @param deadline the longest
    /// @param grace after the faster half; `null` for none
    record Manner(Duration deadline, @Nullable Duration grace) {}

    Patience(long start, Manner manner, List<Double> utilities) {
        this.start = start;
        this.manner = manner;
        this.expected = utilities.stream().mapToDouble(Double::doubleValue).sum();
        this.sources = utilities.size();
        this.until = start + manner.deadline().toNanos();
    }

    /// One source has come to its end.
    ///
    /// @param tells whether it told something
    void arrived(double utility, boolean tells, long now) {
        if (tells) {
            answered++;
            told += utility;
        } else {
            sources--;
            expected -= utility;
        }
        if (answered == 0) {
            return;
        }
        cut(start + Math.round(manner.deadline().toNanos() * SOFT));
        var grace = manner.grace();
        if (grace != null && !half && answered * 2 >= sources) {
            half = true;
            cut(now + Math.round(grace.toNanos() * SOFT));
        }
        if (!enough && told >= expected * ENOUGH) {
            enough = true;
            cut(now + Math.round((until - now) * REST));
        }
    }

    /// How much longer; zero or less when it is enough.
    long left(long now) {
        return until - now;
    }

    private void cut(long other) {
        until = Math.min(until, other);
    }
}
