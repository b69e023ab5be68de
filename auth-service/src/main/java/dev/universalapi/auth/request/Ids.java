package dev.universalapi.auth.request;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Names of what is made: `key_` and twenty random characters of `0-9a-v`, a hundred bits.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final int LENGTH = 20;

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{1,80}");

    private Ids() {}

    /// Whether a text may name something of ours. What may not is looked for nowhere.
    public static boolean mayBe(String text) {
        return FORM.matcher(text).matches();
    }

    /// @param kind `org`, `prj`, `key`, `aud`
    public static String fresh(String kind) {
        var id = new StringBuilder(kind).append('_');
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(digit -> id.append(ALPHABET.charAt(digit)));
        return id.toString();
    }
}
