package dev.universalapi.analytics.live;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an organisation's usage came to in the last whole and the current minute, as it stands now.
///
/// @param at when it was looked at
/// @param since the start of what is added up: the minute before the current one
/// @param requests that were answered, well or not
/// @param attempts calls of providers
/// @param cached requests that were answered out of the cache
/// @param failed requests that were not answered well
/// @param costUsd of the calls
/// @param p50Millis the median latency; null where nothing was asked
/// @param p99Millis the 99th percentile; null where nothing was asked
record Snapshot(
        Instant at,
        Instant since,
        long requests,
        long attempts,
        long cached,
        long failed,
        BigDecimal costUsd,
        @Nullable Long p50Millis,
        @Nullable Long p99Millis) {}
