package dev.universalapi.search.search.round;

import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.platform.security.Caller;
import java.time.Instant;

/// Who searches.
///
/// @param mode of the answers: `live` or `sandbox`
/// @param requestId names the search everywhere
/// @param deadline the moment after which the caller does not wait
/// @param freshness what is wanted of kept answers
/// @param route what is wanted of the choice of providers, of every source alike
public record Seeker(
        Caller caller, String mode, String requestId, Instant deadline, Freshness freshness, Route route) {}
