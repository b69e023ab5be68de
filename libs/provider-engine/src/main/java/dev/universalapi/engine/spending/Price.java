package dev.universalapi.engine.spending;

import java.math.BigDecimal;
import java.util.Map;

/// What a provider takes for a call: a price for each of some unit.
///
/// @param each US dollars for one, exact
/// @param unit what is counted; `requests` for the call itself
record Price(BigDecimal each, String unit) {
    static final Price FREE = new Price(BigDecimal.ZERO, Spending.REQUESTS);

    /// US dollars for what was spent, by unit.
    BigDecimal of(Map<String, Long> spent) {
        return each.multiply(BigDecimal.valueOf(spent.getOrDefault(unit, 0L)));
    }
}
