@NullMarked
package dev.universalapi.bench.kubernetes;

import org.jspecify.annotations.NullMarked;
