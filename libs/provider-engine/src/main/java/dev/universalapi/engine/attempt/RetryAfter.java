package dev.universalapi.engine.attempt;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `Retry-After` (RFC 9110 10.2.3).
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /// Whole seconds from now, at least one, at most a day; empty if it says nothing that can be read.
    static Optional<Long> seconds(String value, Instant now) {
        var text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(clamped(Long.parseLong(text)));
        }
        try {
            var moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(
                    clamped(Duration.between(now, moment).plusNanos(999_999_999).toSeconds()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static long clamped(long seconds) {
        return Math.clamp(seconds, 1, LONGEST.toSeconds());
    }
}
