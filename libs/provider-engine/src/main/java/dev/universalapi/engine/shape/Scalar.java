package dev.universalapi.engine.shape;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The types of single values, and what each of them takes.
public enum Scalar {
    TEXT("a text"),
    INT("a whole number between -2147483648 and 2147483647"),
    LONG("a whole number"),
    DOUBLE("a number"),
    DECIMAL("a number"),
    BOOLEAN("true or false"),
    INSTANT("a moment with its offset, such as 2025-11-21T10:00:00Z"),
    DATE("a date such as 2025-11-21"),
    YEAR("a year of four digits"),
    ADDRESS("an http or https address");

    private final String wants;

    Scalar(String wants) {
        this.wants = wants;
    }

    /// What it takes, in words.
    public String wants() {
        return wants;
    }

    /// The one for a Java type, boxed or not.
    static Optional<Scalar> of(Class<?> type) {
        return Optional.ofNullable(
                switch (type.getName()) {
                    case "java.lang.String" -> TEXT;
                    case "int", "java.lang.Integer" -> INT;
                    case "long", "java.lang.Long" -> LONG;
                    case "double", "java.lang.Double" -> DOUBLE;
                    case "java.math.BigDecimal" -> DECIMAL;
                    case "boolean", "java.lang.Boolean" -> BOOLEAN;
                    case "java.time.Instant" -> INSTANT;
                    case "java.time.LocalDate" -> DATE;
                    case "java.time.Year" -> YEAR;
                    case "java.net.URI" -> ADDRESS;
                    default -> null;
                });
    }

    /// Whether it is a number.
    public boolean numeric() {
        return switch (this) {
            case INT, LONG, DOUBLE, DECIMAL -> true;
            case TEXT, BOOLEAN, INSTANT, DATE, YEAR, ADDRESS -> false;
        };
    }

    /// Whether it is a time or a part of one.
    public boolean temporal() {
        return switch (this) {
            case INSTANT, DATE, YEAR -> true;
            case TEXT, INT, LONG, DOUBLE, DECIMAL, BOOLEAN, ADDRESS -> false;
        };
    }

    /// The value as this type, or null where it cannot be read as such.
    public @Nullable Object read(Object value) {
        return switch (this) {
            case TEXT -> text(value);
            case INT ->
                Numbers.whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE) instanceof Long whole
                        ? (Object) whole.intValue()
                        : null;
            case LONG -> Numbers.whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> Numbers.finite(value);
            case DECIMAL -> Numbers.exact(value);
            case BOOLEAN -> truth(value);
            case INSTANT ->
                value instanceof Instant ? value : value instanceof String text ? Times.instant(text) : null;
            case DATE -> Times.date(value);
            case YEAR -> Times.year(value);
            case ADDRESS -> value instanceof URI ? value : value instanceof String text ? Addresses.web(text) : null;
        };
    }

    private static @Nullable Object text(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean truth -> truth.toString();
            case URI address -> address.toString();
            case Number number -> {
                BigDecimal exact = Numbers.exact(number);
                yield exact == null ? null : Written.text(exact);
            }
            case Enum<?> constant -> Written.text(constant);
            default -> null;
        };
    }

    private static @Nullable Boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        var text = value instanceof String word
                ? word.strip()
                : Numbers.exact(value) instanceof BigDecimal number ? Written.text(number) : "";
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "y", "1" -> true;
            case "false", "no", "n", "0" -> false;
            default -> null;
        };
    }

    /// What a value of this type is in Java; for messages and checks only.
    public Class<?> type() {
        return switch (this) {
            case TEXT -> String.class;
            case INT -> Integer.class;
            case LONG -> Long.class;
            case DOUBLE -> Double.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case INSTANT -> Instant.class;
            case DATE -> LocalDate.class;
            case YEAR -> Year.class;
            case ADDRESS -> URI.class;
        };
    }
}
