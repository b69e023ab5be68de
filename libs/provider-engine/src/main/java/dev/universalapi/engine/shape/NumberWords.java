package dev.universalapi.engine.shape;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The one number in a text: `1,234.5`, `0.49%`, `136 min`.
public final class NumberWords {
    private static final int LONGEST = 400;

    private final String text;
    private int at;

    private NumberWords(String text) {
        this.text = text;
    }

    /// The number, or null where there is none, or several, or odd grouping.
    public static @Nullable BigDecimal read(String text) {
        return text.length() > LONGEST ? null : new NumberWords(text).read();
    }

    private @Nullable BigDecimal read() {
        BigDecimal found = null;
        while (at < text.length()) {
            if (!startsNumber()) {
                at++;
                continue;
            }
            var negative = at > 0
                    && isMinus(text.charAt(at - 1))
                    && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
            var run = run();
            var number = number(run);
            if (number == null || found != null) {
                return null;
            }
            found = negative ? number.negate() : number;
        }
        return found;
    }

    private boolean startsNumber() {
        return digit(at) || (text.charAt(at) == '.' && digit(at + 1));
    }

    /// Digits, points and commas that hang together; a point or a comma behind the last digit ends a sentence.
    private String run() {
        var start = at;
        while (at < text.length() && (digit(at) || text.charAt(at) == '.' || text.charAt(at) == ',')) {
            at++;
        }
        var end = at;
        while (!digit(end - 1)) {
            end--;
        }
        return text.substring(start, end);
    }

    private static @Nullable BigDecimal number(String run) {
        var point = run.indexOf('.');
        var whole = point < 0 ? run : run.substring(0, point);
        var fraction = point < 0 ? "" : run.substring(point + 1);
        if (fraction.indexOf('.') >= 0 || fraction.indexOf(',') >= 0) {
            return null;
        }
        var groups = whole.split(",", -1);
        for (int i = 0; i < groups.length && groups.length > 1; i++) {
            if (i == 0 ? groups[i].isEmpty() || groups[i].length() > 3 : groups[i].length() != 3) {
                return null;
            }
        }
        var digits = String.join("", groups);
        return new BigDecimal((digits.isEmpty() ? "0" : digits) + (fraction.isEmpty() ? "" : "." + fraction));
    }

    private boolean digit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static boolean isMinus(char letter) {
        return letter == '-' || letter == '\u2212';
    }
}
