package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON as `kubectl` prints it. Each is one of the three; what is not there is empty, and so is all that is in it.
///
/// @param text of a word, a number, `true` or `false`
public record Json(Map<String, Json> fields, List<Json> items, String text) {
    static final Json NONE = new Json(Map.of(), List.of(), "");

    public Json {
        fields = Map.copyOf(fields);
        items = List.copyOf(items);
    }

    /// Reads it.
    public static Json of(String printed) {
        var reader = new Reader(printed);
        try {
            return reader.value();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new LauncherException("kubectl printed something that is no JSON, at character " + reader.at, e);
        }
    }

    /// What is in it, and in that, and so on.
    public Json at(String... names) {
        var found = this;
        for (var name : names) {
            found = found.fields.getOrDefault(name, NONE);
        }
        return found;
    }

    /// The text of what is in it.
    public String text(String... names) {
        return at(names).text;
    }

    public int number(int otherwise, String... names) {
        var text = text(names);
        return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    public boolean isEmpty() {
        return fields.isEmpty() && items.isEmpty() && text.isEmpty();
    }

    private static final class Reader {
        private static final int DIGITS = 4;
        private static final int HEXADECIMAL = 16;

        private final String printed;
        private int at;

        Reader(String printed) {
            this.printed = printed;
        }

        Json value() {
            return switch (next()) {
                case '{' -> new Json(fields(), List.of(), "");
                case '[' -> new Json(Map.of(), items(), "");
                case '"' -> new Json(Map.of(), List.of(), word());
                default -> plain();
            };
        }

        /// The next character that counts.
        private char next() {
            while (Character.isWhitespace(printed.charAt(at))) {
                at++;
            }
            return printed.charAt(at);
        }

        private boolean ends(char end) {
            at++;
            if (next() == end) {
                at++;
                return true;
            }
            return false;
        }

        private Map<String, Json> fields() {
            var fields = new LinkedHashMap<String, Json>();
            if (ends('}')) {
                return fields;
            }
            do {
                next();
                var name = word();
                next();
                at++; // the colon
                fields.put(name, value());
            } while (!closes('}'));
            return fields;
        }

        private List<Json> items() {
            var items = new ArrayList<Json>();
            if (ends(']')) {
                return items;
            }
            do {
                items.add(value());
            } while (!closes(']'));
            return items;
        }

        private boolean closes(char end) {
            next();
            return printed.charAt(at++) == end;
        }

        private String word() {
            var word = new StringBuilder();
            at++;
            while (printed.charAt(at) != '"') {
                word.append(printed.charAt(at) == '\\' ? escaped() : printed.charAt(at));
                at++;
            }
            at++;
            return word.toString();
        }

        private char escaped() {
            at++;
            return switch (printed.charAt(at)) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    at += DIGITS;
                    yield (char) Integer.parseInt(printed.substring(at - DIGITS + 1, at + 1), HEXADECIMAL);
                }
                default -> printed.charAt(at);
            };
        }

        private Json plain() {
            var from = at;
            while (at < printed.length() && ",]} \n\r\t".indexOf(printed.charAt(at)) < 0) {
                at++;
            }
            var text = printed.substring(from, at);
            return text.equals("null") ? NONE : new Json(Map.of(), List.of(), text);
        }
    }
}
