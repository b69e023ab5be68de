package dev.universalapi.platform.security;

import java.util.List;
import java.util.Locale;

/// Who calls, as the gateway has found out.
///
/// @param keyId the key, by the id it is administered under; never the key itself
/// @param organisation who owns what the call creates
/// @param environment what the key opens
/// @param scopes what the key may do
public record Caller(String keyId, String organisation, Environment environment, List<String> scopes) {

    /// What a key opens: the world, or the sandbox.
    public enum Environment {
        LIVE,
        TEST;

        /// As in keys and tokens: `live` or `test`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException for any other text
        public static Environment of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Caller {
        scopes = List.copyOf(scopes);
    }
}
