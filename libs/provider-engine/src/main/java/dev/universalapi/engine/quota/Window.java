package dev.universalapi.engine.quota;

import dev.universalapi.engine.manifest.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// A stretch of time in which calls are counted together, as the provider does: seconds, minutes and hours are those
/// of the epoch, days and months those of the calendar in the zone of the quota.
///
/// @param name the same in every process, and for no other window of the same credential
/// @param end not part of it
record Window(String name, Instant start, Instant end) {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    /// The one that a moment lies in.
    static Window of(Quota quota, Instant now) {
        return switch (quota.period()) {
            case SECOND -> fixed(quota, now, 1);
            case MINUTE -> fixed(quota, now, MINUTE);
            case HOUR -> fixed(quota, now, HOUR);
            case DAY -> calendar(quota, now, false);
            case MONTH -> calendar(quota, now, true);
        };
    }

    Duration length() {
        return Duration.between(start, end);
    }

    private static Window fixed(Quota quota, Instant now, long seconds) {
        var start = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
        return named(quota, "", start, start.plusSeconds(seconds));
    }

    // clocks that go back over midnight show a date again after the next one began, and a zone may skip a whole date:
    // so the beginnings of dates are what counts, and the date that a clock shows is only where to look first
    private static Window calendar(Quota quota, Instant now, boolean month) {
        var zone = quota.zone();
        var date = now.atZone(zone).toLocalDate();
        date = month ? date.withDayOfMonth(1) : date;
        while (!start(next(date, month), zone).isAfter(now)) {
            date = next(date, month);
        }
        return named(quota, " " + zone.getId(), start(date, zone), start(next(date, month), zone));
    }

    private static Window named(Quota quota, String zone, Instant start, Instant end) {
        var period = quota.period().name().toLowerCase(Locale.ROOT);
        return new Window(quota.unit() + '/' + period + zone + '@' + start.getEpochSecond(), start, end);
    }

    private static LocalDate next(LocalDate date, boolean month) {
        return month ? date.plusMonths(1) : date.plusDays(1);
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
