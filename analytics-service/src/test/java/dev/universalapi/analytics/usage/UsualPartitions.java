package dev.universalapi.analytics.usage;

import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Partitions that are kept as long as they are without a setting.
public final class UsualPartitions {
    static final RetentionProperties RETENTION = new RetentionProperties(
            Duration.ofDays(90), Duration.ofDays(14), Duration.ofDays(400), Duration.ofDays(3_660));

    private UsualPartitions() {}

    /// At a time that stands still.
    public static Partitions of(SystemDatabase system, Instant now) {
        return new Partitions(system, RETENTION, InstantSource.fixed(now));
    }
}
