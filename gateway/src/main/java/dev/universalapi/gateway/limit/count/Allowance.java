package dev.universalapi.gateway.limit.count;

import java.util.function.BooleanSupplier;

/// How much of a quota is let in while nobody knows what was used of it.
///
/// @param part of the quota, 0 to 1
/// @param least calls, where the part is less
/// @param shared whether there is a Redis at all: where there never was one, this gateway's own count is all there is
record Allowance(double part, long least, BooleanSupplier shared) {

    /// Of a quota that is being counted again.
    long of(long limit) {
        return Math.min(limit, Math.max(least, (long) (limit * part)));
    }

    /// Of a quota that this gateway has to count alone.
    long alone(long limit) {
        return shared.getAsBoolean() ? of(limit) : limit;
    }
}
