/// The proof and the benchmark `search`: what queries are understood as, how quickly answers come, what becomes of them
/// where sources are slow or away.
@NullMarked
package dev.universalapi.bench.search;

import org.jspecify.annotations.NullMarked;
