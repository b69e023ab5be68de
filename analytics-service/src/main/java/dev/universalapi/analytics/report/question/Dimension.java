package dev.universalapi.analytics.report.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What usage can be grouped and filtered by.
public enum Dimension {
    ORGANISATION,
    KEY,
    CATEGORY,
    OPERATION,
    PROVIDER,
    OUTCOME;

    /// As in addresses and answers, and the name of its column: `provider`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Dimension> find(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
