package dev.universalapi.search.search.round;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How long it pays to wait, in nanoseconds of one clock: Vespa's adaptive timeout.
///
/// Who does not say how long it waits is answered a grace after the faster half of the sources; who does, by its
/// deadline. Of either, three tenths are left to merge. Once nine tenths of what may still come in that time are there,
/// only a quarter of what is left is waited for the rest. Who failed may not come any more, nor who lately always took
/// longer: once the faster half is there, nobody waits for those alone. Before anybody has answered, the whole deadline
/// is waited for.
final class Patience {
    private static final double SOFT = 0.7;
    private static final double ENOUGH = 0.9;
    private static final double REST = 0.25;
    /// By then, what is kept of any source is there.
    private static final Duration KEPT = Duration.ofMillis(15);

    private final long start;
    private final Manner manner;
    private final List<Expected> sources;
    private final Set<Integer> open;
    private double told;
    private int answered;
    private int failed;
    private long until;
    private boolean half;
    private boolean enough;

    /// @param deadline the longest
    /// @param grace after the faster half; `null` for none
    record Manner(Duration deadline, @Nullable Duration grace) {}

    /// What is expected of one source.
    ///
    /// @param fastest how long it takes at least; zero where nobody knows
    record Expected(double utility, Duration fastest) {}

    Patience(long start, Manner manner, List<Expected> sources) {
        this.start = start;
        this.manner = manner;
        this.sources = sources;
        this.open = IntStream.range(0, sources.size()).boxed().collect(Collectors.toCollection(HashSet::new));
        this.until = start + manner.deadline().toNanos();
    }

    /// One source has come to its end.
    ///
    /// @param source its place in the list, from 0
    /// @param tells whether it told something
    void arrived(int source, boolean tells, long now) {
        open.remove(source);
        if (tells) {
            answered++;
            told += sources.get(source).utility();
        } else {
            failed++;
        }
        if (answered == 0) {
            return;
        }
        cut(start + Math.round(manner.deadline().toNanos() * SOFT));
        var grace = manner.grace();
        if (!half && answered * 2 >= sources.size() - failed) {
            half = true;
            if (grace != null) {
                cut(now + Math.round(grace.toNanos() * SOFT));
            }
        }
        var hoped = hoped();
        if (half && hoped == 0) {
            cut(Math.max(now, start + KEPT.toNanos()));
        } else if (hoped > 0 && !enough && told >= (told + hoped) * ENOUGH) {
            enough = true;
            cut(now + Math.round((until - now) * REST));
        }
    }

    /// How much longer; zero or less when it is enough.
    long left(long now) {
        return until - now;
    }

    // of those that may answer in time
    private double hoped() {
        return open.stream()
                .map(sources::get)
                .filter(source -> start + source.fastest().toNanos() <= until)
                .mapToDouble(Expected::utility)
                .sum();
    }

    private void cut(long other) {
        until = Math.min(until, other);
    }
}
