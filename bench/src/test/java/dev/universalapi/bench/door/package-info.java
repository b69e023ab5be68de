@NullMarked
package dev.universalapi.bench.door;

import org.jspecify.annotations.NullMarked;
