@NullMarked
package dev.universalapi.search.intent.slot.number;

import org.jspecify.annotations.NullMarked;
