package dev.universalapi.engine;

import dev.universalapi.engine.drift.Drift;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Keys;
import dev.universalapi.engine.standing.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a provider is doing, by real calls of this process.
///
/// @param room permits in use, and how many there are
/// @param headroom of the credential that has most left
/// @param shapes one for each operation in which answers were seen
public record Insight(Health health, Keys keys, Standing.Room room, Headroom headroom, List<Shape> shapes) {
    /// In which shape answers come.
    ///
    /// @param fingerprint the same digits, the same shape; null where no good answer was looked at
    /// @param drift what no longer comes as it should, while no good answer came since
    public record Shape(
            String operation,
            @Nullable String fingerprint,
            @Nullable Drift drift) {}
}
