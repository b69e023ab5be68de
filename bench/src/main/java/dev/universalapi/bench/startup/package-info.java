/// The benchmark `startup`: what a start costs.
@NullMarked
package dev.universalapi.bench.startup;

import org.jspecify.annotations.NullMarked;
