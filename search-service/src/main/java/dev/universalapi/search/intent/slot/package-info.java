/// Finds in a query what has a meaning of its own.
@NullMarked
package dev.universalapi.search.intent.slot;

import org.jspecify.annotations.NullMarked;
