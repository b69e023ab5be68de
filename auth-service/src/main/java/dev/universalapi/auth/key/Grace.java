package dev.universalapi.auth.key;

import dev.universalapi.auth.request.Checks;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// For how long a key that was rotated still opens what it did.
enum Grace {
    NONE("0", Duration.ZERO),
    MINUTE("1m", Duration.ofMinutes(1)),
    QUARTER("15m", Duration.ofMinutes(15)),
    HOUR("1h", Duration.ofHours(1)),
    SIX_HOURS("6h", Duration.ofHours(6)),
    DAY("24h", Duration.ofHours(24)),
    WEEK("7d", Duration.ofDays(7));

    private final String label;
    private final Duration time;

    Grace(String label, Duration time) {
        this.label = label;
        this.time = time;
    }

    Duration time() {
        return time;
    }

    static Grace of(@Nullable String label) {
        return Arrays.stream(values())
                .filter(grace -> grace.label.equals(label))
                .findFirst()
                .orElseThrow(() -> Checks.wrong(
                        "grace",
                        "grace must be one of "
                                + Arrays.stream(values())
                                        .map(grace -> grace.label)
                                        .collect(Collectors.joining(", "))));
    }
}
