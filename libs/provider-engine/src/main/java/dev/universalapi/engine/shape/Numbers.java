package dev.universalapi.engine.shape;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Numbers read exactly, with bounds that keep `1e999999999` from becoming a gigabyte of digits.
public final class Numbers {
    private static final int MOST_DIGITS = 400;

    private Numbers() {}

    /// A number or a numeric text as it is, or null.
    public static @Nullable BigDecimal exact(Object value) {
        return switch (value) {
            case BigDecimal decimal -> bounded(decimal);
            case Integer whole -> BigDecimal.valueOf(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            case BigInteger whole -> bounded(new BigDecimal(whole));
            case Double real -> Double.isFinite(real) ? BigDecimal.valueOf(real) : null;
            case String text -> parse(text.strip());
            default -> null;
        };
    }

    static @Nullable Long whole(Object value, long least, long most) {
        if (value instanceof Integer || value instanceof Long) {
            var whole = ((Number) value).longValue();
            return whole < least || whole > most ? null : (Long) whole;
        }
        var exact = exact(value);
        if (exact == null || exact.stripTrailingZeros().scale() > 0) {
            return null;
        }
        var fits = exact.compareTo(BigDecimal.valueOf(least)) >= 0 && exact.compareTo(BigDecimal.valueOf(most)) <= 0;
        return fits ? (Long) exact.longValue() : null;
    }

    static @Nullable Double finite(Object value) {
        var exact = exact(value);
        if (exact == null) {
            return null;
        }
        var real = exact.doubleValue();
        return Double.isFinite(real) ? (Double) (real == 0 ? 0.0 : real) : null;
    }

    private static @Nullable BigDecimal parse(String text) {
        if (!numeric(text)) {
            return null;
        }
        try {
            return bounded(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /// BigDecimal takes digits of every script; an API's number has the ten of ASCII.
    private static boolean numeric(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            var plain = (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' || letter == '+';
            if (!plain && letter != 'e' && letter != 'E') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS ? null : number;
    }
}
