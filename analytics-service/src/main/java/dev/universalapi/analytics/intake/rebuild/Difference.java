package dev.universalapi.analytics.intake.rebuild;

import java.math.BigDecimal;
import java.time.Instant;

/// A sum that is not what raw usage comes to.
///
/// @param series its number
/// @param raw events by raw usage
/// @param summed events by the sum
/// @param rawCost US dollars by raw usage
/// @param summedCost US dollars by the sum
record Difference(
        String grain,
        String organisation,
        Instant bucket,
        long series,
        long raw,
        long summed,
        BigDecimal rawCost,
        BigDecimal summedCost) {}
