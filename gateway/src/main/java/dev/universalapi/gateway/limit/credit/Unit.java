package dev.universalapi.gateway.limit.credit;

import java.time.Duration;

/// One unit of those that were counted together.
///
/// @param <T> what was known when they were counted
/// @param left how many of them are still there
/// @param low whether it is time to count more, so that nobody has to wait for that
/// @param age of what was known
/// @param end to be called once, when its call has ended
public record Unit<T>(T known, int left, boolean low, Duration age, End end) {
    /// Carries out the end.
    @FunctionalInterface
    public interface End {
        /// @param counts whether the unit was used
        void end(boolean counts);
    }
}
