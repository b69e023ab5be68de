@NullMarked
package dev.universalapi.bench.cluster;

import org.jspecify.annotations.NullMarked;
