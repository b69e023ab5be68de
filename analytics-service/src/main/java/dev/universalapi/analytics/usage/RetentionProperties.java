package dev.universalapi.analytics.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long usage is kept, each table for itself; what is older is dropped a partition at a time.
///
/// @param usage every event, 90 days; rollups can be rebuilt, and requests listed, as far back as this
/// @param minute sums by minute, 14 days; kept by the day
/// @param hour sums by hour, 400 days; kept by the month
/// @param day sums by day, 10 years; kept by the year
@ConfigurationProperties("universal.analytics.retention")
record RetentionProperties(
        @DefaultValue("90d") Duration usage,
        @DefaultValue("14d") Duration minute,
        @DefaultValue("400d") Duration hour,
        @DefaultValue("3660d") Duration day) {
    private static final Duration LEAST = Duration.ofDays(2);

    RetentionProperties {
        for (var kept : new Duration[] {usage, minute, hour, day}) {
            if (kept.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException("universal.analytics.retention.* must be 2d or longer");
            }
        }
        // days are rebuilt from hours, and a series is forgotten with its last day
        if (usage.compareTo(hour) > 0 || minute.compareTo(hour) > 0 || hour.compareTo(day) > 0) {
            throw new IllegalArgumentException("universal.analytics.retention: hours must be kept as long as usage and"
                    + " minutes, and days as long as hours");
        }
    }

    /// How long sums of a grain are kept.
    Duration of(Grain grain) {
        return switch (grain) {
            case MINUTE -> minute;
            case HOUR -> hour;
            case DAY -> day;
        };
    }
}
