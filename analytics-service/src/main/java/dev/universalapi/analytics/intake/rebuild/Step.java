package dev.universalapi.analytics.intake.rebuild;

/// What came of one step, or several.
///
/// @param events of raw usage that were read
/// @param before sums that were wrong before
/// @param after sums that are wrong still: none, or this program is wrong
record Step(long events, Differences before, Differences after) {
    static Step none() {
        return new Step(0, Differences.none(), Differences.none());
    }

    Step and(Step other) {
        return new Step(events + other.events, before.and(other.before), after.and(other.after));
    }
}
