package dev.universalapi.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What was typed after `./universal COMMAND`.
///
/// @param flags names with `--` or `-`
/// @param values of those that take one, as often as given
/// @param words the rest
public record Arguments(Set<String> flags, Map<String, List<String>> values, List<String> words) {

    public Arguments {
        flags = Set.copyOf(flags);
        values = Map.copyOf(values);
        words = List.copyOf(words);
    }

    /// Reads them; what is not known is refused, saying what is.
    ///
    /// @param plain the flags that are allowed
    /// @param valued the flags that take a value
    public static Arguments parse(List<String> typed, Set<String> plain, Set<String> valued) {
        var flags = new HashSet<String>();
        var values = new LinkedHashMap<String, List<String>>();
        var words = new ArrayList<String>();
        for (var i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            var equals = word.indexOf('=');
            if (!word.startsWith("-")) {
                words.add(word);
            } else if (plain.contains(word)) {
                flags.add(word);
            } else if (valued.contains(word) && i + 1 < typed.size()) {
                values.computeIfAbsent(word, _ -> new ArrayList<>()).add(typed.get(++i));
            } else if (equals > 0 && valued.contains(word.substring(0, equals))) {
                values.computeIfAbsent(word.substring(0, equals), _ -> new ArrayList<>())
                        .add(word.substring(equals + 1));
            } else if (valued.contains(word)) {
                throw new LauncherException(word + " takes a value");
            } else {
                var known = new TreeSet<>(plain);
                known.addAll(valued);
                throw new LauncherException("There is no " + word + " here; there are: " + String.join(" ", known));
            }
        }
        return new Arguments(flags, values, words);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /// The last value given, if any.
    public Optional<String> value(String flag) {
        return Optional.ofNullable(values.get(flag)).map(List::getLast);
    }

    /// The last value given, as a whole number.
    public Optional<Integer> number(String flag) {
        return value(flag).map(text -> number(flag, text));
    }

    /// All values of the form `NAME=N`.
    public Map<String, Integer> counts(String flag) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var text : values.getOrDefault(flag, List.of())) {
            var equals = text.indexOf('=');
            if (equals < 1) {
                throw new LauncherException(flag + " takes NAME=N, was " + text);
            }
            counts.put(text.substring(0, equals), number(flag, text.substring(equals + 1)));
        }
        return counts;
    }

    private static int number(String flag, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new LauncherException(flag + " takes a number, was " + text);
        }
        return Integer.parseInt(text);
    }
}
