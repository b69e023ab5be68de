package dev.universalapi.search.search.agreement;

import java.math.BigDecimal;

/// Facts of one search tell different numbers of the same thing. Each is told as it is; none is taken for the truth.
///
/// @param field which number it is: `price`
/// @param of what it is a number of: `BTC/USD`
/// @param min the least that is told
/// @param max the most
/// @param spread from the least to the most, in the unit of the field
public record Disagreement(String field, String of, BigDecimal min, BigDecimal max, BigDecimal spread) {
    Disagreement(Measure.Told told, BigDecimal min, BigDecimal max) {
        this(told.field(), told.of(), min, max, max.subtract(min));
    }
}
