package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.page.Position;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer, and what belongs to it for ever.
///
/// @param answer of the operation's answer type
/// @param provider the id of who answered
/// @param attribution what the provider's terms want shown with its data
/// @param sample in the sandbox, the query that the answer was recorded for, when it is another than was asked
/// @param price of the call that brought it, US dollars
/// @param receipt the id of the request that brought it
/// @param next where in the provider's list it goes on; null at its end
public record Told(
        Record answer,
        String provider,
        @Nullable String attribution,
        @Nullable Map<String, Object> sample,
        BigDecimal price,
        String receipt,
        @Nullable Position next) {}
