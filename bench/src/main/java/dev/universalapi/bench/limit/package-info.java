/// What it costs to count limits in Redis, by one script and by a library.
@NullMarked
package dev.universalapi.bench.limit;

import org.jspecify.annotations.NullMarked;
