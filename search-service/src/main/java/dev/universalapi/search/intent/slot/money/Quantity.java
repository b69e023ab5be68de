package dev.universalapi.search.intent.slot.money;

import java.math.BigDecimal;

/// A number in a text.
///
/// @param from its first word
/// @param to the word after its last
record Quantity(int from, int to, BigDecimal value) {}
