package dev.universalapi.analytics.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How long the time is that one row of sums stands for. Days begin at midnight UTC.
public enum Grain {
    MINUTE(ChronoUnit.MINUTES, Span.DAY),
    HOUR(ChronoUnit.HOURS, Span.MONTH),
    DAY(ChronoUnit.DAYS, Span.YEAR);

    private final ChronoUnit unit;
    private final Span span;

    Grain(ChronoUnit unit, Span span) {
        this.unit = unit;
        this.span = span;
    }

    /// As in addresses: `minute`, `hour`, `day`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where its sums are.
    public String table() {
        return "usage_" + label();
    }

    /// The start of the time that a moment is in.
    public Instant floor(Instant at) {
        return at.truncatedTo(unit);
    }

    /// The first start that is not before a moment.
    public Instant ceiling(Instant at) {
        var floor = floor(at);
        return floor.equals(at) ? floor : floor.plus(1, unit);
    }

    /// How long each of its times is.
    public Duration length() {
        return unit.getDuration();
    }

    /// So many of them after a start.
    public Instant after(Instant start, long many) {
        return start.plus(many, unit);
    }

    /// How long the time is that one partition of its table stands for.
    Span span() {
        return span;
    }

    /// How long the time is that one partition holds.
    enum Span {
        DAY,
        MONTH,
        YEAR;

        LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate after(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case MONTH -> first.plusMonths(1);
                case YEAR -> first.plusYears(1);
            };
        }

        Instant end(LocalDate first) {
            return after(first).atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
        }
    }
}
