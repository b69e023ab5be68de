package dev.universalapi.launcher.suite;

import java.util.Locale;

/// Where answers come from.
public enum Mode {
    /// Providers are really asked.
    LIVE,
    /// The sandbox stands in for them.
    SANDBOX;

    /// As services know it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A mode and why it was chosen, half a sentence.
    public record Choice(Mode mode, String why) {}
}
