/// The benchmark `engine`: what asking costs, without any network.
@NullMarked
package dev.universalapi.bench.engine;

import org.jspecify.annotations.NullMarked;
