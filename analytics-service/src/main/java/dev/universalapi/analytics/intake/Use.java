package dev.universalapi.analytics.intake;

import dev.universalapi.contracts.event.search.UsageRecorded;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// One event of usage as it came.
///
/// @param series its number
record Use(String source, String id, long series, UsageRecorded event) {

    /// What it is known by.
    record Identity(String source, String id) {}

    Identity identity() {
        return new Identity(source, id);
    }

    LocalDate day() {
        return dayOf(event);
    }

    /// The day that an event is kept under.
    static LocalDate dayOf(UsageRecorded event) {
        return LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
    }
}
