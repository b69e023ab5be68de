@NullMarked
package dev.universalapi.search.intent.slot.gazetteer;

import org.jspecify.annotations.NullMarked;
