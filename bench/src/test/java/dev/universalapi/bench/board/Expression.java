package dev.universalapi.bench.board;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an expression of Prometheus asks for. Read by its words alone: whether it is well-formed, promtool tells.
///
/// @param series the names it asks for, and the labels that it picks them by
/// @param groups the labels that it groups or matches by
record Expression(Map<String, Set<String>> series, Set<String> groups) {
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
    private static final Pattern PICKED = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPS =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SPANS = Pattern.compile("\\[[^\\]]*]|\\boffset\\s+\\w+|\\b[0-9][\\w.]*");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*(?!\\s*\\()\\b");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "NaN", "Inf");

    static Expression of(String text) {
        var series = new LinkedHashMap<String, Set<String>>();
        var groups = new TreeSet<String>();
        var rest = VARIABLE.matcher(text).replaceAll("1m");
        rest = TEXT.matcher(rest).replaceAll("\"\"");
        rest = take(
                rest,
                PICKED,
                found -> LABEL.matcher(found.group(2))
                        .results()
                        .forEach(label -> of(series, found.group(1)).add(label.group(1))));
        rest = take(
                rest,
                GROUPS,
                found -> groups.addAll(List.of(found.group(1).strip().split("\\s*,\\s*"))));
        rest = SPANS.matcher(rest).replaceAll(" ");
        take(rest, NAME, found -> of(series, found.group()));
        series.keySet().removeAll(WORDS);
        return new Expression(series, groups);
    }

    private static Set<String> of(Map<String, Set<String>> series, String name) {
        return series.computeIfAbsent(name, _ -> new HashSet<>());
    }

    private static String take(String text, Pattern pattern, java.util.function.Consumer<Matcher> taken) {
        var matcher = pattern.matcher(text);
        var rest = new StringBuilder();
        while (matcher.find()) {
            taken.accept(matcher);
            matcher.appendReplacement(rest, " ");
        }
        return matcher.appendTail(rest).toString();
    }
}
