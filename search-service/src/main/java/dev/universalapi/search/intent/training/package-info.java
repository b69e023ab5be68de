/// The set that queries are understood by, and the program of the build that learns from it.
@NullMarked
package dev.universalapi.search.intent.training;

import org.jspecify.annotations.NullMarked;
