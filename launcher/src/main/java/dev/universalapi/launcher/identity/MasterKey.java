package dev.universalapi.launcher.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A key that the credentials of organisations are sealed under.
///
/// @param name under which what is sealed names it
/// @param secret 32 bytes in Base64
public record MasterKey(String name, String secret) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._-]{1,40})\\s+([A-Za-z0-9+/_-]{43}=?)");
    private static final int BYTES = 32;
    private static final int FINGERPRINT_BYTES = 8;
    private static final int SHORT = 8;

    /// The first key of installations that are older than names by fingerprint.
    private static final String FIRST = "master-1";

    /// One that nobody has, named after itself: two installations never give different keys one name.
    static MasterKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new MasterKey(named(secret), secret);
    }

    private static String named(String secret) {
        return "master-" + fingerprint(secret).substring(0, SHORT);
    }

    /// What a line of the file says; empty if it is none.
    public static Optional<MasterKey> parse(String line) {
        var matcher = LINE.matcher(line.strip());
        return matcher.matches() ? Optional.of(new MasterKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    String line() {
        return name + " " + secret + "\n";
    }

    /// Tells it from others, and nothing of it: the beginning of its SHA-256.
    public String fingerprint() {
        return fingerprint(secret);
    }

    /// Whether a launcher made it, by its name.
    public boolean isMadeHere() {
        return name.equals(FIRST) || name.equals(named(secret));
    }

    private static String fingerprint(String secret) {
        try {
            var bytes = Base64.getUrlDecoder().decode(secret.replace('+', '-').replace('/', '_'));
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// As people are told of it.
    @Override
    public String toString() {
        return name + " (fingerprint " + fingerprint() + ")";
    }
}
