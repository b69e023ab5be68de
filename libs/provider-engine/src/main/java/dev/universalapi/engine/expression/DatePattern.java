package dev.universalapi.engine.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A pattern of `date:`, in English: text becomes a time, a time becomes text.
final class DatePattern {
    private static final String LETTERS = "yMdHmsSEX";

    private final String pattern;
    private final DateTimeFormatter formatter;

    private DatePattern(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    static DatePattern of(String pattern) throws ExpressionException {
        var quoted = false;
        for (var letter : pattern.toCharArray()) {
            quoted ^= letter == '\'';
            if (!quoted && Character.isLetter(letter) && LETTERS.indexOf(letter) < 0) {
                throw new ExpressionException(
                        "a date pattern has no `" + letter + "`",
                        "use y M d H m s S E X, and other letters within '…'");
            }
        }
        try {
            return new DatePattern(
                    pattern,
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(pattern.replace('y', 'u'))
                            .toFormatter(Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException e) {
            throw new ExpressionException("`" + pattern + "` is no date pattern", "write one such as yyyy-MM-dd");
        }
    }

    /// Whether a text read by it is a moment, because it says its offset.
    boolean hasOffset() {
        return pattern.indexOf('X') >= 0;
    }

    private boolean hasTime() {
        return pattern.indexOf('H') >= 0;
    }

    private boolean hasDay() {
        return pattern.indexOf('d') >= 0;
    }

    Found convert(Object value) {
        try {
            var time = midnight(value);
            return new Found.Value(time == null ? parse(Table.plain(value).strip()) : formatter.format(time));
        } catch (DateTimeException _) {
            return new Found.Unreadable(Found.show(value) + " does not fit the date pattern " + pattern);
        }
    }

    private Object parse(String text) {
        if (hasOffset()) {
            return ZonedDateTime.parse(text, formatter).toInstant();
        }
        if (hasTime()) {
            return LocalDateTime.parse(text, formatter);
        }
        return hasDay() ? LocalDate.parse(text, formatter) : Year.parse(text, formatter);
    }

    private static @Nullable ZonedDateTime midnight(Object value) {
        return switch (value) {
            case Instant moment -> moment.atZone(ZoneOffset.UTC);
            case LocalDateTime local -> local.atZone(ZoneOffset.UTC);
            case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC);
            case Year year -> year.atDay(1).atStartOfDay(ZoneOffset.UTC);
            default -> null;
        };
    }
}
