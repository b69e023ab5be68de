package dev.universalapi.engine.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text that comes in Base64: ADR 0015.
public final class Base64Text {
    private static final Pattern BREAKS = Pattern.compile("[\r\n\t ]+");

    private Base64Text() {}

    /// The text, of UTF-8 in Base64 with or without line breaks (RFC 4648, RFC 2045); empty where it is none.
    public static Optional<String> read(String encoded) {
        try {
            var bytes = Base64.getDecoder().decode(BREAKS.matcher(encoded).replaceAll(""));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
