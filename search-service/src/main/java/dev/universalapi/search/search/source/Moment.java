package dev.universalapi.search.search.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads when something was, however exactly contracts tell it.
final class Moment {
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private Moment() {}

    /// The moment, or the beginning of the day, month or year, in UTC; empty for any other text.
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case YEAR -> begins(Year.parse(text).atDay(1));
                        case MONTH -> begins(YearMonth.parse(text).atDay(1));
                        case DAY -> begins(LocalDate.parse(text));
                        default -> Instant.parse(text);
                    });
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
