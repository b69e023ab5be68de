package dev.universalapi.engine.quota;

import dev.universalapi.egress.EgressResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the header `RateLimit`, in the forms of the IETF's drafts "RateLimit header fields for HTTP":
/// `"name";r=50;t=30`
/// (draft 8 to 11), `limit=100, remaining=50, reset=30` (draft 7), and `RateLimit-Remaining` beside `RateLimit-Reset`
/// (before). They count requests; a policy of `RateLimit-Policy` that counts something else (`qu`) is left alone.
final class RateLimit {
    private static final int LONGEST = 1000;
    private static final Pattern ITEM =
            Pattern.compile("\"([^\"\\\\]{0,64})\"((?:\\s*;\\s*[a-z*][a-z0-9_.*-]*=[^;,]{0,64})*)");
    private static final Pattern PARAMETER = Pattern.compile("([a-z*][a-z0-9_.*-]*)\\s*=\\s*\"?([^\";,]*)\"?");

    private RateLimit() {}

    static List<Hint> read(EgressResponse response, Instant now) {
        var hints = new ArrayList<Hint>();
        var others = others(response);
        for (var value : values(response, "ratelimit")) {
            read(value, now, others, hints);
        }
        if (hints.isEmpty()) {
            var reset = response.header("ratelimit-reset").flatMap(value -> Moments.reset(value, "", now));
            Hint.say(hints, Hint.REQUESTS, response.header("ratelimit-remaining"), reset);
        }
        return hints;
    }

    // the names of policies that count something else
    private static Set<String> others(EgressResponse response) {
        var others = new HashSet<String>();
        for (var value : values(response, "ratelimit-policy")) {
            var items = ITEM.matcher(value);
            while (items.find()) {
                if (!parameters(items.group(2))
                        .getOrDefault("qu", Hint.REQUESTS)
                        .equals(Hint.REQUESTS)) {
                    others.add(items.group(1));
                }
            }
        }
        return others;
    }

    private static List<String> values(EgressResponse response, String name) {
        return response.headers().getOrDefault(name, List.of()).stream()
                .filter(value -> value.length() <= LONGEST)
                .toList();
    }

    private static void read(String value, Instant now, Set<String> others, List<Hint> hints) {
        if (value.indexOf('"') < 0) {
            say(parameters(value), "remaining", "reset", now, hints);
            return;
        }
        var items = ITEM.matcher(value);
        while (items.find()) {
            if (!others.contains(items.group(1))) {
                say(parameters(items.group(2)), "r", "t", now, hints);
            }
        }
    }

    private static void say(Map<String, String> of, String remaining, String reset, Instant now, List<Hint> hints) {
        var then = Optional.ofNullable(of.get(reset)).flatMap(value -> Moments.reset(value, "", now));
        Hint.say(hints, Hint.REQUESTS, Optional.ofNullable(of.get(remaining)), then);
    }

    private static Map<String, String> parameters(String text) {
        var parameters = new HashMap<String, String>();
        var matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2).strip());
        }
        return parameters;
    }
}
