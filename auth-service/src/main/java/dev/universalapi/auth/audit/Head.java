package dev.universalapi.auth.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/// The end of a chain, now or as somebody remembers it.
///
/// @param sequence the number of its last event
/// @param hash of that event
record Head(long sequence, String hash) {
    /// Of a chain without events.
    static final Head NONE = new Head(0, "0".repeat(64));

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /// Reads `<sequence>:<hash>`.
    static Optional<Head> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
