package dev.universalapi.engine.manifest;

import java.time.ZoneId;
import java.util.Optional;

/// What a provider allows one key in one period.
///
/// @param unit `requests` unless said
/// @param zone where days and months turn
public record Quota(long limit, String unit, Period period, ZoneId zone) {

    /// Where a provider tells what is left.
    ///
    /// @param remaining the name of a header
    /// @param reset the name of a header, with ` | epoch-s` or ` | epoch-ms` where it is a moment
    public record Header(String unit, Optional<String> remaining, Optional<String> reset) {}

    /// How long until it starts anew.
    public enum Period {
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        MONTH
    }
}
