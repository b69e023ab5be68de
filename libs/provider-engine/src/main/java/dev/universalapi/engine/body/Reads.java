package dev.universalapi.engine.body;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a body is read as.
public enum Reads {
    JSON,
    XML,
    /// A list of objects by the names in its first line.
    CSV,
    TEXT,
    BINARY,
    NOTHING;

    /// The one of that word.
    public static Optional<Reads> find(String word) {
        return Arrays.stream(values())
                .filter(reads -> reads.word().equals(word))
                .findFirst();
    }

    /// As manifests write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
