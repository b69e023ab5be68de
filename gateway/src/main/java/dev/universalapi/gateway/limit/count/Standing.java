package dev.universalapi.gateway.limit.count;

import java.time.Duration;

/// How one limit stands.
///
/// @param name in headers: `minute`, `month`
/// @param limit calls
/// @param window how long it is
/// @param left calls that still have room
/// @param reset until when more have, or a quota begins anew
public record Standing(String name, long limit, Duration window, long left, Duration reset) {

    /// The same after some time, where others of the calls that were counted with it have not come yet.
    Standing later(Duration elapsed, int ahead) {
        var rest = reset.minus(elapsed);
        return new Standing(name, limit, window, left + ahead, rest.isNegative() ? Duration.ZERO : rest);
    }
}
