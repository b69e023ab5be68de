@NullMarked
package dev.universalapi.bench.capacity;

import org.jspecify.annotations.NullMarked;
