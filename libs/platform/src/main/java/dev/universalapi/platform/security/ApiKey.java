package dev.universalapi.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// A caller's key: `uapi_<live|test>_`, 32 random base62 characters, 6 of checksum.
///
/// The checksum is the CRC32 of all before it, so that garbage is refused without looking anything up.
///
/// @param environment what the key opens
public record ApiKey(String text, Caller.Environment environment) {
    private static final Pattern FORM = Pattern.compile("uapi_(live|test)_[0-9A-Za-z]{38}");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CHECKSUM = 6;
    private static final int RANDOM = 32;

    /// A key if the form and the checksum are right; whether anybody owns it is another question.
    public static Optional<ApiKey> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var end = text.length() - CHECKSUM;
        if (!checksum(text.substring(0, end)).equals(text.substring(end))) {
            return Optional.empty();
        }
        return Optional.of(new ApiKey(text, Caller.Environment.of(matcher.group(1))));
    }

    /// A new one.
    public static ApiKey random(Caller.Environment environment, SecureRandom random) {
        var text = new StringBuilder("uapi_").append(environment.label()).append('_');
        for (int i = 0; i < RANDOM; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ApiKey(text.append(checksum(text.toString())).toString(), environment);
    }

    /// Under which it is stored and looked up: SHA-256, lower-case hexadecimal.
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Enough to recognise it by, too little to use it.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "uapi_%s_%s…", environment.label(), text.substring(10, 14));
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var digits = new char[CHECKSUM];
        var rest = crc.getValue();
        for (int i = CHECKSUM - 1; i >= 0; i--) {
            digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }
}
