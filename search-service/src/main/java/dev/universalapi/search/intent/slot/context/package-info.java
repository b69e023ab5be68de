/// What stands around a name and says how it is meant.
@NullMarked
package dev.universalapi.search.intent.slot.context;

import org.jspecify.annotations.NullMarked;
