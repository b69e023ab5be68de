package dev.universalapi.egress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/// Takes secrets out of texts that people or files will see.
public final class Redaction {
    private static final String REDACTED = "REDACTED";

    private Redaction() {}

    /// The text with every secret, plain or percent-encoded, replaced by `REDACTED`.
    public static String redact(String text, Collection<String> secrets) {
        var redacted = text;
        for (var secret : secrets) {
            if (!secret.isBlank()) {
                redacted = redacted
                        .replace(secret, REDACTED)
                        .replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), REDACTED);
            }
        }
        return redacted;
    }
}
