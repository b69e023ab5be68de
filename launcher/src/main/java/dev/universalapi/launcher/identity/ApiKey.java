package dev.universalapi.launcher.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// A key of ours: `uapi_<environment>_`, 32 random characters, and a checksum of 6 over all before it.
public record ApiKey(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 32;
    private static final int CHECKSUM = 6;

    public static ApiKey random(String environment, SecureRandom randomness) {
        var text = new StringBuilder("uapi_").append(environment).append('_');
        randomness.ints(RANDOM, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return new ApiKey(text + checksum(text.toString()));
    }

    static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var rest = crc.getValue();
        var digits = new StringBuilder();
        for (var i = 0; i < CHECKSUM; i++) {
            digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return digits.reverse().toString();
    }

    /// All that anybody but its owner is told.
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean wellFormed() {
        return text.matches("uapi_(live|test)_[0-9A-Za-z]{38}")
                && text.endsWith(checksum(text.substring(0, text.length() - CHECKSUM)));
    }

    String environment() {
        return text.startsWith("uapi_test_") ? "test" : "live";
    }

    @Override
    public String toString() {
        return "uapi_…";
    }
}
