package dev.universalapi.host.live;

import java.time.Duration;

/// What live settings may be.
final class Bounds {
    private Bounds() {}

    static void share(double value, String name) {
        require(value >= 0 && value <= 1, name + " must be 0 to 1");
    }

    static void time(Duration value, String name) {
        require(!value.isNegative(), name + " must not be negative");
    }

    /// @throws IllegalArgumentException with what would have to be met
    static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
