package dev.universalapi.gateway.limit.count;

import java.time.Duration;

/// How one limit stands.
///
/// @param name in headers: `minute`, `month`
/// @param limit calls
/// @param window how long it is
/// @param left calls that still have room
/// @param reset until when more have, or a quota begins anew
public record Standing(String name, long limit, Duration window, long left, Duration reset) {}
