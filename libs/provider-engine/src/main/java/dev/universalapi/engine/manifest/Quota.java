package dev.universalapi.engine.manifest;

import java.time.ZoneId;

/// What a provider allows one key in one period.
///
/// @param unit `requests` unless said
/// @param zone where days and months turn
public record Quota(long limit, String unit, Period period, ZoneId zone) {

    /// How long until it starts anew.
    public enum Period {
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        MONTH
    }
}
