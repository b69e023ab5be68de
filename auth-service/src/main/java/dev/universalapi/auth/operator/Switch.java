package dev.universalapi.auth.operator;

import java.time.Instant;

/// Something that is switched off for everybody.
///
/// @param target `provider:open-meteo` or `operation:weather/current`
/// @param reason as it is told to who asks
/// @param by the id of the key that switched it off
/// @param at since when
record Switch(String target, String reason, String by, Instant at) {}
