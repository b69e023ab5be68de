package dev.universalapi.bench.door;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands for the parts of a path that vary, by the last word before them: `keys/{id}`.
///
/// @param ids all of them
record Examples(Map<String, String> ids) {
    private static final Pattern PART = Pattern.compile("\\{([^}]+)}");

    /// What belongs to an organisation: nobody else is told that it is there.
    private static final Set<String> OWNED =
            Set.of("organisations/{id}", "projects/{id}", "keys/{id}", "requests/{id}", "credentials/{provider}");

    private static final Map<String, String> EVERYBODYS = Map.of(
            "providers/{id}", "open-meteo",
            "schemas/{category}", "weather",
            "schemas/{operation}", "current",
            "dead-letters/{id}", "search.events:0:999999999",
            "switches/{target}", "provider:nobody");

    /// Ids of the right form that nobody has.
    static final Examples MISSING = with(Map.of(
            "organisations/{id}", "org_0123456789abcdefghij",
            "projects/{id}", "prj_0123456789abcdefghij",
            "keys/{id}", "key_0123456789abcdefghij",
            "requests/{id}", "0123456789abcdef0123456789abcdef",
            "credentials/{provider}", "newsapi"));

    /// @param owned ids of what belongs to an organisation
    static Examples with(Map<String, String> owned) {
        var all = new HashMap<>(EVERYBODYS);
        all.putAll(owned);
        return new Examples(Map.copyOf(all));
    }

    /// The path, if there is an example of each of its parts.
    Optional<String> path(String template) {
        return names(template).allMatch(ids::containsKey)
                ? Optional.of(PART.matcher(template).replaceAll(part -> ids.get(name(template, part))))
                : Optional.empty();
    }

    /// Whether a path names something that belongs to an organisation, to somebody who is no operator.
    static boolean isOwned(Route route) {
        return !route.isOperators() && names(route.template()).anyMatch(OWNED::contains);
    }

    private static Stream<String> names(String template) {
        return PART.matcher(template).results().map(part -> name(template, part));
    }

    private static String name(String template, MatchResult part) {
        return lastWord(template.substring(0, part.start())) + part.group();
    }

    private static String lastWord(String before) {
        var words = PART.matcher(before).replaceAll("").replaceAll("/+$", "");
        return words.substring(words.lastIndexOf('/') + 1) + "/";
    }
}
