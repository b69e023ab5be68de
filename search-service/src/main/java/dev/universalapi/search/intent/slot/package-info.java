/// Finds what in a query has a meaning of its own: places, days, money, numbers of things.
@NullMarked
package dev.universalapi.search.intent.slot;

import org.jspecify.annotations.NullMarked;
