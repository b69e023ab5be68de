package dev.universalapi.engine.shape;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Which letters a regular expression has room for, wherever they stand.
public final class Alphabet {

    private Alphabet() {}

    /// Whether a text that fits an expression may hold a letter; where that cannot be told, it may.
    public static boolean lets(String expression, char letter) {
        try {
            var at = 0;
            while (at < expression.length()) {
                var end = end(expression, at);
                if (end < 0 || one(expression.substring(at, end), letter)) {
                    return true;
                }
                at = end;
            }
            return false;
        } catch (PatternSyntaxException _) {
            return true;
        }
    }

    /// What stands for one letter, or for none: groups and how often something is there.
    private static boolean one(String piece, char letter) {
        return switch (piece.charAt(0)) {
            case '(', ')', '{', '*', '+', '?', '|', '^', '$' -> false;
            default -> Pattern.compile(piece).matcher(String.valueOf(letter)).matches();
        };
    }

    /// Where the piece that begins there ends; -1 if it is none that we know.
    private static int end(String expression, int at) {
        return switch (expression.charAt(at)) {
            case '\\' -> escape(expression, at);
            case '[' -> letters(expression, at);
            case '{' -> behindBrace(expression, at);
            case '(' -> !expression.startsWith("(?", at) ? at + 1 : expression.startsWith("(?:", at) ? at + 3 : -1;
            default -> at + 1;
        };
    }

    private static int escape(String expression, int at) {
        var end = switch (at + 1 < expression.length() ? expression.charAt(at + 1) : 'Q') {
            case 'Q' -> -1;
            case 'u' -> at + 6;
            case 'x' -> at + 4;
            case 'p', 'P' -> expression.startsWith("{", at + 2) ? behindBrace(expression, at) : at + 3;
            default -> at + 2;
        };
        return end > expression.length() ? -1 : end;
    }

    private static int behindBrace(String expression, int at) {
        var brace = expression.indexOf('}', at);
        return brace < 0 ? -1 : brace + 1;
    }

    // a class may hold others, and a bracket of its own: it ends where it first makes sense
    private static int letters(String expression, int at) {
        for (var end = expression.indexOf(']', at); end >= 0; end = expression.indexOf(']', end + 1)) {
            try {
                Pattern.compile(expression.substring(at, end + 1));
                return end + 1;
            } catch (PatternSyntaxException _) {
                // not yet
            }
        }
        return -1;
    }
}
