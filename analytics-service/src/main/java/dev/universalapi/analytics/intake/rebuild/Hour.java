package dev.universalapi.analytics.intake.rebuild;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// An hour: what is compared or rebuilt in one step.
///
/// @param start its first moment
record Hour(Instant start) {
    static Hour of(Instant moment) {
        return new Hour(moment.truncatedTo(ChronoUnit.HOURS));
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
        return start.plus(1, ChronoUnit.HOURS);
    }

    LocalDate day() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /// When its day began.
    Instant midnight() {
        return start.truncatedTo(ChronoUnit.DAYS);
    }

    boolean isLastOfDay() {
        return !midnight().equals(end().truncatedTo(ChronoUnit.DAYS));
    }
}
