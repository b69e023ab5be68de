package dev.universalapi.bench.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the source of an event says: its comment, and what it carries.
///
/// @param owner the last part of its package
/// @param name on the wire
/// @param promise as the annotation has it
/// @param sentence what has happened
/// @param members in the order of the record
record EventSource(String owner, String name, String promise, String sentence, List<Member> members) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package [\\w.]+\\.(\\w+);");
    private static final Pattern WIRE =
            Pattern.compile("@Wire\\(\\s*value = \"([^\"]+)\",\\s*promise = Promise\\.(\\w+)\\)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^/// ?(.*)$");
    private static final Pattern PARAMETER = Pattern.compile("^@param (\\w+) (.*)");
    private static final Pattern RECORD = Pattern.compile("public record \\w+\\(([^)]*)\\)", Pattern.DOTALL);
    private static final Map<String, String> TYPES = Map.of(
            "String", "text",
            "int", "whole number",
            "long", "whole number",
            "boolean", "yes or no",
            "BigDecimal", "decimal",
            "Instant", "time, ISO 8601 in UTC");

    /// One component of the record.
    record Member(String name, String type, boolean optional, String sentence) {}

    /// Reads a source; empty if it is no event.
    static Optional<EventSource> read(String source) throws FindingException {
        var wire = WIRE.matcher(source);
        var components = RECORD.matcher(source);
        var place = PACKAGE.matcher(source);
        if (!wire.find() || !components.find() || !place.find()) {
            return Optional.empty();
        }
        var sentences = sentences(source);
        var members = new ArrayList<Member>();
        for (var component : components.group(1).strip().split("\\s*,\\s*")) {
            members.add(member(component.strip(), sentences, wire.group(1)));
        }
        return Optional.of(new EventSource(
                place.group(1),
                wire.group(1),
                wire.group(2),
                sentences.getOrDefault("", "").strip(),
                List.copyOf(members)));
    }

    /// The comment by parameter; what is said of the whole has no name.
    private static Map<String, String> sentences(String source) {
        Map<String, String> sentences = new LinkedHashMap<>();
        var of = "";
        for (var line : COMMENT.matcher(source).results().map(EventSource::text).toList()) {
            var parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                of = parameter.group(1);
                sentences.put(of, parameter.group(2));
            } else if (!line.isEmpty()) {
                sentences.merge(of, line, (before, more) -> before + " " + more);
            }
        }
        return sentences;
    }

    private static String text(MatchResult line) {
        return line.group(1).strip();
    }

    private static Member member(String component, Map<String, String> sentences, String event)
            throws FindingException {
        var optional = component.startsWith("@Nullable ");
        var words = component.replace("@Nullable ", "").split("\\s+");
        var sentence = sentences.get(words[1]);
        if (sentence == null) {
            throw new FindingException(
                    "The event " + event + " says nothing about " + words[1] + ": add a @param to its record.");
        }
        return new Member(words[1], TYPES.getOrDefault(words[0], words[0]), optional, sentence);
    }
}
