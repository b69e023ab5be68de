package dev.universalapi.auth.feed;

import java.util.Locale;

/// What a change is one of.
public enum Kind {
    /// Named by the SHA-256 of the key.
    KEY,
    /// What holds for all its keys: status, plan, limits.
    ORGANISATION,
    /// What holds for all its keys: limits.
    PROJECT,
    PLAN,
    /// Named `organisation/provider`.
    CREDENTIAL,
    /// Named by what is switched: `provider:open-meteo`.
    SWITCH;

    /// As the stream has it: `key`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
