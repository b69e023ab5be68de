/// Finds out which hits are the same thing.
@NullMarked
package dev.universalapi.search.fusion.duplicate;

import org.jspecify.annotations.NullMarked;
