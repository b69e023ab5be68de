package dev.universalapi.engine.usage;

import dev.universalapi.engine.Asking;
import java.math.BigDecimal;

/// One call that was made for a question; or what settled a question for which no call did.
///
/// @param operation `category/operation`
/// @param number counts the calls of a question from 1; 0 where nobody was called
/// @param provider who was called, or whose answer was kept; [#NOBODY] where there is none
/// @param outcome in the words of receipts: `ok`, `timeout`; [#UNASKED] where nobody could be asked
/// @param cached whether the answer was there already, or on its way for somebody else
/// @param settles whether this is what the caller got; exactly one of a question does
/// @param units how many units the provider counts for it
/// @param unit what it counts
/// @param cost US dollars
/// @param millis until the outcome was known
public record Spent(
        Asking asking,
        String operation,
        int number,
        String provider,
        String outcome,
        boolean cached,
        boolean settles,
        long units,
        String unit,
        BigDecimal cost,
        long millis) {
    /// No provider.
    public static final String NOBODY = "none";
    /// Nobody could be asked.
    public static final String UNASKED = "unasked";
    /// The unit of a call itself.
    public static final String CALL = "call";

    /// Of a question for which no call was made, or none that settled it.
    public static Spent withoutCall(
            Asking asking, String operation, String provider, String outcome, boolean cached, long millis) {
        return new Spent(asking, operation, 0, provider, outcome, cached, true, 0, CALL, BigDecimal.ZERO, millis);
    }

    Spent settling() {
        return new Spent(asking, operation, number, provider, outcome, cached, true, units, unit, cost, millis);
    }
}
