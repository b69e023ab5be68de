/// Names of things that the world agrees on, as they are read from resources.
@NullMarked
package dev.universalapi.search.intent.slot.gazetteer;

import org.jspecify.annotations.NullMarked;
