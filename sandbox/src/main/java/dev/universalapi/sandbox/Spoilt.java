package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.outcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a provider says instead of an answer, found by trying what its manifest makes of it.
final class Spoilt {
    private static final Pattern JSON_NAME = Pattern.compile("\"([^\"\\\\]{1,80})\"(?=\\s*:)");
    private static final Pattern XML_NAME = Pattern.compile("(?<=[\\s<]|</)([A-Za-z_][\\w.-]{0,80})(?==|[\\s/>])");
    private static final Pattern CSV_NAME = Pattern.compile("(?<=[\"',;]|^)([A-Za-z_][\\w.-]{0,80})(?=[\"',;\\r\\n])");
    private static final int NAMES_TRIED = 100;

    private static final EgressResponse USUAL_ERROR =
            Wire.response(200, "application/json", "{\"error\":{\"message\":\"The sandbox hides an error in a 200\"}}");
    /// For those who take whatever is called an error for the caller's.
    private static final EgressResponse STRANGE_ERROR =
            Wire.response(200, "application/json", "{\"sandbox\":\"hides an error in a 200\"}");

    private final Recordings recordings;
    private final Map<Recording, byte[]> drifted = new ConcurrentHashMap<>();
    private final Map<Recording, EgressResponse> errors = new ConcurrentHashMap<>();

    Spoilt(Recordings recordings) {
        this.recordings = recordings;
    }

    /// A recording's body after the provider renamed something that the contract needs: the first name whose loss is
    /// seen as drift, or else as malformed or not found. The body itself if no name matters.
    byte[] drifted(Recording recording, Record query) {
        return drifted.computeIfAbsent(recording, _ -> rename(recording, query));
    }

    /// An error of the provider's own that hides in a 200, else one that anybody might say: the first that lets another
    /// be asked, since what is an error of one operation may answer another.
    EgressResponse error(Recording recording, Record query) {
        return errors.computeIfAbsent(recording, _ -> choose(recording, query));
    }

    private EgressResponse choose(Recording recording, Record query) {
        var known = recording.known();
        return Stream.concat(
                        recordings.hiddenErrors(recording.offer()).stream().map(Recording::response),
                        Stream.of(USUAL_ERROR, STRANGE_ERROR))
                .min(Comparator.comparingInt(
                        response -> rank(known.read(query, response).outcome())))
                .orElse(USUAL_ERROR);
    }

    private static int rank(Outcome outcome) {
        if (outcome.next() != Outcome.Next.PROVIDER) {
            return 2;
        }
        return outcome.penalty() == Outcome.Penalty.QUALITY ? 1 : 0;
    }

    private static byte[] rename(Recording recording, Record query) {
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
