package dev.universalapi.search.fusion;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A text without the text: so many bits of a hash that nobody makes two texts with one of them.
public record Fingerprint(long high, long low) {
    public static Fingerprint of(String text) {
        try {
            var bits =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Fingerprint(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /// Half of it, as sixteen digits.
    public String hexadecimal() {
        return HexFormat.of().toHexDigits(high);
    }
}
