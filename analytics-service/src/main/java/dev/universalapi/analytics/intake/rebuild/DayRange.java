package dev.universalapi.analytics.intake.rebuild;

import java.time.LocalDate;

/// A day, from midnight to midnight UTC.
record DayRange(LocalDate day) {
    String from() {
        return day + "T00:00:00Z";
    }

    String to() {
        return day.plusDays(1) + "T00:00:00Z";
    }
}
