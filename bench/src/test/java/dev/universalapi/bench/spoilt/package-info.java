@NullMarked
package dev.universalapi.bench.spoilt;

import org.jspecify.annotations.NullMarked;
