/// The inspection, tried on projects of a few lines.
@NullMarked
package dev.universalapi.bench.house;

import org.jspecify.annotations.NullMarked;
