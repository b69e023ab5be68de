package dev.universalapi.search.intent.slot.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/// Days in a row, both ends included.
record Days(LocalDate first, LocalDate last) {
    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    static Days of(YearMonth month) {
        return new Days(month.atDay(1), month.atEndOfMonth());
    }

    static Days of(Year year) {
        return new Days(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    /// Saturday and Sunday of the week that a day is in.
    static Days weekend(LocalDate day) {
        var saturday = day.with(DayOfWeek.SATURDAY);
        return new Days(saturday, saturday.plusDays(1));
    }

    /// Monday to Sunday.
    static Days week(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Days(monday, monday.plusDays(6));
    }
}
