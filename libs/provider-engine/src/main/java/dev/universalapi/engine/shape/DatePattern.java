package dev.universalapi.engine.shape;

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
public final class DatePattern {
    private static final String LETTERS = "yMdHmsSEX";

    private final String pattern;
    private final DateTimeFormatter formatter;

    private DatePattern(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    /// The pattern of that text.
    ///
    /// @throws IllegalArgumentException if it is none, saying what is wrong
    public static DatePattern of(String pattern) {
        var quoted = false;
        for (var letter : pattern.toCharArray()) {
            quoted ^= letter == '\'';
            if (!quoted && Character.isLetter(letter) && LETTERS.indexOf(letter) < 0) {
                throw new IllegalArgumentException("a date pattern has no `" + letter + "`");
            }
        }
        return new DatePattern(
                pattern,
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern.replace('y', 'u'))
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT));
    }

    /// Whether a text read by it is a moment, because it says its offset.
    public boolean hasOffset() {
        return pattern.indexOf('X') >= 0;
    }

    private boolean hasTime() {
        return pattern.indexOf('H') >= 0;
    }

    private boolean hasDay() {
        return pattern.indexOf('d') >= 0;
    }

    /// A time as text, anything else as a time; null where it does not fit.
    public @Nullable Object convert(Object value) {
        try {
            var time = midnight(value);
            return time == null ? parse(Written.text(value).strip()) : formatter.format(time);
        } catch (DateTimeException _) {
            return null;
        }
    }

    @Override
    public String toString() {
        return pattern;
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
