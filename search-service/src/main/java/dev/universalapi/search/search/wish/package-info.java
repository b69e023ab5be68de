/// What comes in with a search, and everything that may be wrong with it.
@NullMarked
package dev.universalapi.search.search.wish;

import org.jspecify.annotations.NullMarked;
