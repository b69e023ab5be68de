package dev.universalapi.analytics.report.question;

import dev.universalapi.analytics.usage.Grain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a time that are read in one grain each: whole days by the day, what is left of them by the hour, and
/// what is left of those by the minute; so a sum over any time reads few rows.
///
/// @param from the first moment
/// @param to the moment after the last
public record Segment(Grain grain, Instant from, Instant to) {

    /// The fewest there are.
    public static List<Segment> of(Instant from, Instant to) {
        var segments = new ArrayList<Segment>();
        add(segments, Grain.DAY, from, to);
        return segments;
    }

    private static void add(List<Segment> segments, Grain grain, Instant from, Instant to) {
        var finer = finer(grain);
        var first = grain.ceiling(from);
        var after = grain.floor(to);
        if (finer == null) {
            segments.add(new Segment(grain, from, to));
        } else if (first.isBefore(after)) {
            rest(segments, finer, from, first);
            segments.add(new Segment(grain, first, after));
            rest(segments, finer, after, to);
        } else {
            rest(segments, finer, from, to);
        }
    }

    private static void rest(List<Segment> segments, Grain grain, Instant from, Instant to) {
        if (from.isBefore(to)) {
            add(segments, grain, from, to);
        }
    }

    private static @Nullable Grain finer(Grain grain) {
        return switch (grain) {
            case DAY -> Grain.HOUR;
            case HOUR -> Grain.MINUTE;
            case MINUTE -> null;
        };
    }
}
