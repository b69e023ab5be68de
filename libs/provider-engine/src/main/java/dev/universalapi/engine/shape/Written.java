package dev.universalapi.engine.shape;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Values as they are written into requests and texts.
public final class Written {

    private Written() {}

    /// Plain digits without exponent, ISO times in UTC, constants in lower case, lists joined by commas, the
    /// rest as it is.
    public static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> digits(number);
            case Double real -> digits(BigDecimal.valueOf(real));
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case LocalDateTime local -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
            case List<?> list -> list.stream().map(Written::text).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    private static String digits(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
