@NullMarked
package dev.universalapi.bench.trial;

import org.jspecify.annotations.NullMarked;
