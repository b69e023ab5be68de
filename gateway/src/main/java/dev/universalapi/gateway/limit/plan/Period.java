package dev.universalapi.gateway.limit.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/// How long a quota lasts. Days and months begin at midnight UTC.
public enum Period {
    DAY {
        @Override
        public String at(Instant moment) {
            return day(moment).toString();
        }

        @Override
        public Instant start(Instant moment) {
            return day(moment).atStartOfDay().toInstant(ZoneOffset.UTC);
        }

        @Override
        public Instant end(Instant moment) {
            return day(moment).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    },
    MONTH {
        @Override
        public String at(Instant moment) {
            return month(moment).toString();
        }

        @Override
        public Instant start(Instant moment) {
            return month(moment).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }

        @Override
        public Instant end(Instant moment) {
            return month(moment).plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    };

    /// The name of the one that a moment lies in: `2026-11-26`, `2026-11`.
    public abstract String at(Instant moment);

    public abstract Instant start(Instant moment);

    /// The first moment that does not belong to it any more.
    public abstract Instant end(Instant moment);

    /// How long the one is that a moment lies in.
    public Duration length(Instant moment) {
        return Duration.between(start(moment), end(moment));
    }

    /// As it is written: `day`, `month`.
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(day(moment));
    }
}
