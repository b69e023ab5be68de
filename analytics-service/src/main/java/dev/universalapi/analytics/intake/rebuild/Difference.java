package dev.universalapi.analytics.intake.rebuild;

import java.math.BigDecimal;
import java.time.Instant;

/// A sum that is not what it is made of comes to: raw usage, or for a day its hours.
///
/// @param series its number
/// @param made events by what it is made of
/// @param summed events by the sum
/// @param madeCost US dollars by what it is made of
/// @param summedCost US dollars by the sum
record Difference(
        String grain,
        String organisation,
        Instant bucket,
        long series,
        long made,
        long summed,
        BigDecimal madeCost,
        BigDecimal summedCost) {}
