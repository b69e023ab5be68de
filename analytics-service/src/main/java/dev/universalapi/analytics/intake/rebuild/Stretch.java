package dev.universalapi.analytics.intake.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Hours, one after the other, until the time is up that one who waits for an answer has; what is left is asked for
/// again.
///
/// @param done what came of those that were done
/// @param next the first that was not; null when all were
record Stretch(Step done, @Nullable Instant next) {
    /// @param to the moment after the last
    /// @param patience after which no other hour is begun
    static Stretch of(Instant from, Instant to, Duration patience, Function<Hour, Step> work) {
        var begun = System.nanoTime();
        var done = Step.none();
        var hour = Hour.of(from);
        while (hour.start().isBefore(to)) {
            done = done.and(work.apply(hour));
            hour = new Hour(hour.end());
            if (System.nanoTime() - begun >= patience.toNanos() && hour.start().isBefore(to)) {
                return new Stretch(done, hour.start());
            }
        }
        return new Stretch(done, null);
    }
}
