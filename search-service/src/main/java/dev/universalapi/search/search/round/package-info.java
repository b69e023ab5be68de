/// Asks all at once, and waits as long as it pays.
@NullMarked
package dev.universalapi.search.search.round;

import org.jspecify.annotations.NullMarked;
