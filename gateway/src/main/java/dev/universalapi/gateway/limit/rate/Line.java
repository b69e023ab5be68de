package dev.universalapi.gateway.limit.rate;

import dev.universalapi.gateway.limit.plan.Rate;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rate of somebody, as it is counted.
///
/// @param name in headers: `minute`, `search-minute`, `key-10s`
/// @param key who and what is counted, within the organisation: `o/*`, `k:key_1/search`
/// @param type the class of operations that it holds for; null for all of them together
/// @param window in milliseconds
/// @param limit calls in a window
public record Line(String name, String key, @Nullable String type, long window, long limit) {
    private static final Map<Duration, String> WORDS = Map.of(
            Duration.ofSeconds(1), "second",
            Duration.ofMinutes(1), "minute",
            Duration.ofHours(1), "hour",
            Duration.ofDays(1), "day");

    /// @param whose the beginning of its name: empty, `key-`, `project-`, `organisation-`
    /// @param who `o`, `p:prj_1`, `k:key_1`
    public static Line of(String whose, String who, Rate rate) {
        var type = rate.type();
        var per = WORDS.getOrDefault(rate.per(), rate.per().toSeconds() + "s");
        return new Line(
                whose + (type == null ? "" : type + "-") + per,
                who + "/" + (type == null ? "*" : type),
                type,
                rate.per().toMillis(),
                rate.requests());
    }

    /// What it is counted under. A limit that is changed goes on with what was counted.
    public String cell() {
        return key + "/" + window;
    }
}
