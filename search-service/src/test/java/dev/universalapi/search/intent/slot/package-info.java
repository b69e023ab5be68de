@NullMarked
package dev.universalapi.search.intent.slot;

import org.jspecify.annotations.NullMarked;
