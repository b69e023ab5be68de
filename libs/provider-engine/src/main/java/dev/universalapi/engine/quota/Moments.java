package dev.universalapi.engine.quota;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads when something begins anew, in all the ways in which providers write it. What cannot be read, or is further
/// off than a year, says nothing.
final class Moments {
    private static final Duration FAR = Duration.ofDays(366);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,9})?");
    private static final Pattern DURATION = Pattern.compile(
            "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)ms)?");
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1000, 1};

    private Moments() {}

    /// The value of a `reset` header: seconds from now, `2m59.5s`, or an ISO time; a moment in numbers where the
    /// manifest says `epoch-s` or `epoch-ms`.
    static Optional<Instant> reset(String value, String form, Instant now) {
        var text = value.strip();
        return switch (form) {
            case "epoch-s" -> number(text, 1000).map(Instant::ofEpochMilli).filter(then -> near(then, now));
            case "epoch-ms" -> number(text, 1).map(Instant::ofEpochMilli).filter(then -> near(then, now));
            default ->
                number(text, 1000)
                        .or(() -> duration(text))
                        .map(now::plusMillis)
                        .or(() -> iso(text))
                        .filter(then -> near(then, now));
        };
    }

    /// The value of `Retry-After`: seconds from now, or a date as HTTP writes it.
    static Optional<Instant> retryAfter(String value, Instant now) {
        var text = value.strip();
        return number(text, 1000)
                .map(now::plusMillis)
                .or(() -> parsed(() -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()))
                .filter(then -> near(then, now));
    }

    private static boolean near(Instant then, Instant now) {
        return Duration.between(now, then).abs().compareTo(FAR) <= 0;
    }

    private static Optional<Long> number(String text, long millis) {
        return NUMBER.matcher(text).matches() ? Optional.of(scaled(text, millis)) : Optional.empty();
    }

    private static Optional<Long> duration(String text) {
        var matcher = DURATION.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        var sum = 0L;
        for (var i = 0; i < MILLIS.length; i++) {
            var part = matcher.group(i + 1);
            sum += part == null ? 0 : scaled(part, MILLIS[i]);
        }
        return Optional.of(sum);
    }

    private static long scaled(String number, long factor) {
        return new BigDecimal(number).multiply(BigDecimal.valueOf(factor)).longValue();
    }

    private static Optional<Instant> iso(String text) {
        return parsed(() -> OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    }

    private static Optional<Instant> parsed(Supplier<Instant> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
