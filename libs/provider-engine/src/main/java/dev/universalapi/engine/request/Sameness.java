package dev.universalapi.engine.request;

import dev.universalapi.egress.EgressRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Whether a request is the very one that a call sends for a query, whatever the secrets in it.
public final class Sameness {
    /// Stands for every secret while texts are compared.
    public static final String SECRET = "zZ-secret-Zz";

    private Sameness() {}

    /// Whether they are the same, but for the secrets and the headers.
    public static boolean of(EgressRequest filled, Incoming incoming) {
        var address = filled.uri();
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return incoming.method().equals(filled.method())
                && like(path, incoming.path())
                && pairs(address.getRawQuery() == null ? "" : address.getRawQuery(), incoming.query())
                && body(
                        new String(filled.body(), StandardCharsets.UTF_8),
                        new String(incoming.body(), StandardCharsets.UTF_8));
    }

    private static boolean body(String filled, String sent) {
        return filled.startsWith("{") || filled.startsWith("[") ? like(filled, sent) : pairs(filled, sent);
    }

    private static boolean pairs(String filled, String sent) {
        var mine = sorted(filled);
        var other = sorted(sent);
        if (mine.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!like(mine.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> sorted(String pairs) {
        var sorted = new ArrayList<>(
                Arrays.stream(pairs.split("&")).map(Likeness::decode).toList());
        sorted.sort(null);
        return sorted;
    }

    private static boolean like(String filled, String sent) {
        var pattern = new StringBuilder();
        for (var part : filled.split(SECRET, -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".+").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(sent).matches();
    }
}
