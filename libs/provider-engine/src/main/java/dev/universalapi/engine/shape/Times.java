package dev.universalapi.engine.shape;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as the web writes them.
public final class Times {
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm[:ss]")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH);
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST = 64;

    private Times() {}

    /// ISO-8601 with offset, where a blank may stand for the `T` and seconds may be absent, or RFC 1123; else
    /// null.
    static @Nullable Instant instant(String written) {
        var text = written.strip();
        if (text.length() < DATE_LENGTH || text.length() > LONGEST) {
            return null;
        }
        try {
            if (Character.isLetter(text.charAt(0))) {
                return ZonedDateTime.parse(text, RFC_1123).toInstant();
            }
            return OffsetDateTime.parse(withT(text), OFFSET).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// A local time as written; an offset or a zone behind it is not believed. A date is its midnight. Else null.
    public static @Nullable LocalDateTime local(Object value) {
        return switch (value) {
            case LocalDateTime local -> local;
            case LocalDate day -> day.atStartOfDay();
            case String text -> local(text);
            default -> null;
        };
    }

    private static @Nullable LocalDateTime local(String written) {
        var text = written.strip();
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text).atStartOfDay();
            }
            var position = new java.text.ParsePosition(0);
            var parsed = LOCAL.parse(withT(text), position);
            var rest = text.substring(position.getIndex()).strip();
            return rest.isEmpty() || isOffset(rest) ? LocalDateTime.from(parsed) : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static boolean isOffset(String rest) {
        try {
            return rest.equals("UTC") || rest.equals("GMT") || ZoneOffset.of(rest.equals("z") ? "Z" : rest) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// An ISO date, or the date of a time as written; UTC for an Instant; else null.
    static @Nullable LocalDate date(Object value) {
        return switch (value) {
            case LocalDate day -> day;
            case LocalDateTime local -> local.toLocalDate();
            case Instant moment -> moment.atZone(ZoneOffset.UTC).toLocalDate();
            case String text -> date(text.strip());
            default -> null;
        };
    }

    private static @Nullable LocalDate date(String text) {
        if (text.length() < DATE_LENGTH || text.length() > LONGEST) {
            return null;
        }
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
            if (Character.isLetter(text.charAt(0))) {
                return ZonedDateTime.parse(text, RFC_1123).toLocalDate();
            }
            return local(text) == null ? null : LocalDate.parse(text.substring(0, DATE_LENGTH));
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Four digits, then the end, `-`, `/` or a blank; else null.
    static @Nullable Year year(Object value) {
        return switch (value) {
            case Year year -> year;
            case LocalDate day -> Year.of(day.getYear());
            case LocalDateTime local -> Year.of(local.getYear());
            case Instant moment -> Year.of(moment.atZone(ZoneOffset.UTC).getYear());
            case String text -> year(text.strip());
            default -> Numbers.exact(value) instanceof BigDecimal number ? year(Written.text(number)) : null;
        };
    }

    private static @Nullable Year year(String text) {
        if (text.length() < 4 || (text.length() > 4 && "-/ ".indexOf(text.charAt(4)) < 0)) {
            return null;
        }
        for (int i = 0; i < 4; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return Year.of(Integer.parseInt(text.substring(0, 4)));
    }

    private static String withT(String text) {
        return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH)
                        + 'T'
                        + text.substring(DATE_LENGTH + 1).replace(" ", "")
                : text;
    }
}
