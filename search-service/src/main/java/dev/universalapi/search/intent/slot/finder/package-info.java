/// Finds the slots of each kind.
@NullMarked
package dev.universalapi.search.intent.slot.finder;

import org.jspecify.annotations.NullMarked;
