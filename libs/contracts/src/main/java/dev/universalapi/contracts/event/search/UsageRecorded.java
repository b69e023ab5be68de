package dev.universalapi.contracts.event.search;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.contracts.event.Wire;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A provider was asked on an organisation's behalf, or an answer was served out of the cache: the unit of metering.
///
/// @param organisation whose usage it is
/// @param key the id of the API key that was used, never the key
/// @param requestId the request that it was part of
/// @param attempt counts the attempts of a request from 1; 0 for an answer out of the cache
/// @param category the first part of the operation: `weather`
/// @param operation what was asked: `weather/current`
/// @param provider the id of who was asked, or of whose answer was kept
/// @param outcome what became of it, in the words of the glossary: `ok`, `rate-limited`, `timeout`
/// @param cached whether the answer came out of the cache
/// @param settles whether this is what the caller got
/// @param units how many units the provider counts for it
/// @param unit what it counts: `call`, `token`
/// @param cost what the provider asks for it, in US dollars
/// @param latencyMillis from the decision to ask until the outcome was known, in milliseconds
/// @param at when the outcome was known
/// @param once tells it from what another process spent on the same request, which a gateway may ask again elsewhere:
///     random, and the same at each telling; null of who told before there was one
@Wire(value = "usage.recorded.v1", promise = Promise.USAGE)
public record UsageRecorded(
        String organisation,
        String key,
        String requestId,
        int attempt,
        String category,
        String operation,
        String provider,
        String outcome,
        boolean cached,
        boolean settles,
        long units,
        String unit,
        BigDecimal cost,
        long latencyMillis,
        Instant at,
        @Nullable String once)
        implements Event {

    @Override
    public String id() {
        return requestId + "#" + attempt + (once == null ? "" : "." + once);
    }
}
