package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.outcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a recording looks like after the provider renamed something that the contract needs. Which member that
/// is, is found by trying: the first whose loss is seen as drift.
final class Drift {
    private static final Pattern JSON_NAME = Pattern.compile("\"([^\"\\\\]{1,80})\"(?=\\s*:)");
    private static final Pattern XML_NAME = Pattern.compile("(?<=[\\s<]|</)([A-Za-z_][\\w.-]{0,80})(?==|[\\s/>])");
    private static final Pattern CSV_NAME = Pattern.compile("(?<=[\"',;]|^)([A-Za-z_][\\w.-]{0,80})(?=[\"',;\\r\\n])");
    private static final int NAMES_TRIED = 100;

    private final Map<Recording, byte[]> drifted = new ConcurrentHashMap<>();

    /// The body with one name changed; the body itself if no name matters.
    byte[] of(Recording recording, Record query) {
        return drifted.computeIfAbsent(recording, _ -> search(recording, query));
    }

    private static byte[] search(Recording recording, Record query) {
        var text = new String(recording.response().body(), StandardCharsets.UTF_8);
        return renamed(recording, query, text, Outcome.DRIFTED)
                .or(() -> renamed(recording, query, text, Outcome.MALFORMED))
                .or(() -> renamed(recording, query, text, Outcome.NOT_FOUND)) // to some, what is missing is nothing
                .orElse(text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> renamed(Recording recording, Record query, String text, Outcome wanted) {
        var pattern = names(recording.response(), text);
        return names(pattern, text).stream()
                .map(name -> rename(pattern, text, name))
                .filter(changed -> outcome(recording, query, changed) == wanted)
                .findFirst();
    }

    private static Pattern names(EgressResponse response, String text) {
        return switch (text.stripLeading()) {
            case String markup when markup.startsWith("<") -> XML_NAME;
            case String _ when Wire.typeOf(response).contains("csv") -> CSV_NAME;
            default -> JSON_NAME;
        };
    }

    private static Set<String> names(Pattern pattern, String text) {
        var names = new LinkedHashSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find() && names.size() < NAMES_TRIED) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String rename(Pattern pattern, String text, String name) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals(name) ? found.group().replace(name, name + "_2") : found.group()));
    }

    private static Outcome outcome(Recording recording, Record query, String body) {
        var response = recording.response();
        return recording
                .known()
                .read(
                        query,
                        new EgressResponse(
                                response.status(), response.headers(), body.getBytes(StandardCharsets.UTF_8)))
                .outcome();
    }
}
