package dev.universalapi.egress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes secrets out of texts that people or files will see.
public final class Redaction {
    private static final String REDACTED = "REDACTED";

    private Redaction() {}

    /// The text with every secret replaced by `REDACTED`, whether it stands there plain, percent-encoded or in
    /// Base64.
    public static String redact(String text, Collection<String> secrets) {
        return of(secrets).apply(text);
    }

    /// The same for many texts.
    public static UnaryOperator<String> of(Collection<String> secrets) {
        var ways = secrets.stream()
                .filter(secret -> !secret.isBlank())
                .flatMap(Redaction::waysToWrite)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return text -> {
            var redacted = text;
            for (var written : ways) {
                redacted = redacted.replace(written, REDACTED);
            }
            return redacted;
        };
    }

    private static Stream<String> waysToWrite(String secret) {
        var form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var percent = form.replace("+", "%20");
        var base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return Stream.of(secret, form, percent, percent.replace("%7E", "~"), lowerHex(percent), base64);
    }

    private static String lowerHex(String percent) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(percent)
                .replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT));
    }
}
