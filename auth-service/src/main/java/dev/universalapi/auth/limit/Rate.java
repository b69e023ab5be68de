package dev.universalapi.auth.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.universalapi.auth.request.Checks;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How often in how long.
///
/// @param requests 1 to 1,000,000
/// @param per 1 s to 1 day, in ISO 8601: `PT1M`
/// @param type the class of operations that it holds for (`class` in JSON), as the gateway's settings name them; null
///   for all of them together
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rate(
        long requests,
        @Nullable Duration per,
        @JsonProperty("class") @Nullable String type) {
    private static final long MOST = 1_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern CLASS = Pattern.compile("[a-z0-9-]{1,40}");

    Rate {
        Checks.demand(requests >= 1 && requests <= MOST, "limits", "limits.rates.requests must be 1 to " + MOST);
        Checks.demand(
                per != null && per.compareTo(SHORTEST) >= 0 && per.compareTo(LONGEST) <= 0,
                "limits",
                "limits.rates.per must be PT1S to PT24H");
        Checks.demand(
                type == null || CLASS.matcher(type).matches(),
                "limits",
                "limits.rates.class must be a class of operations, like search");
    }
}
