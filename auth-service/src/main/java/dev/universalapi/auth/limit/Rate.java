package dev.universalapi.auth.limit;

import dev.universalapi.auth.request.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How often in how long.
///
/// @param requests 1 to 1,000,000
/// @param per 1 s to 1 day, in ISO 8601: `PT1M`
record Rate(long requests, @Nullable Duration per) {
    private static final long MOST = 1_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    Rate {
        Checks.demand(requests >= 1 && requests <= MOST, "limits", "limits.rates.requests must be 1 to " + MOST);
        Checks.demand(
                per != null && per.compareTo(SHORTEST) >= 0 && per.compareTo(LONGEST) <= 0,
                "limits",
                "limits.rates.per must be PT1S to PT24H");
    }
}
