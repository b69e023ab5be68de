package dev.universalapi.platform.events.receive;

import java.time.Duration;
import java.time.Instant;

/// The weeks that are remembered, in a ring of eight.
final class Slots {
    /// How old an event may be.
    static final Duration PAST = Duration.ofDays(35);
    /// How far clocks may differ.
    static final Duration FUTURE = Duration.ofDays(1);

    private static final int COUNT = 8;
    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private Slots() {}

    static int of(Instant time) {
        return Math.floorMod(Math.floorDiv(time.getEpochSecond(), WEEK), COUNT);
    }

    /// The one that no event in time belongs to, now and for another day.
    static int free(Instant now) {
        return (of(now) + 2) % COUNT;
    }

    static boolean isInTime(Instant time, Instant now) {
        return !time.isBefore(now.minus(PAST)) && !time.isAfter(now.plus(FUTURE));
    }
}
