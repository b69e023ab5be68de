/// Amounts, currencies and pairs of them.
@NullMarked
package dev.universalapi.search.intent.slot.money;

import org.jspecify.annotations.NullMarked;
