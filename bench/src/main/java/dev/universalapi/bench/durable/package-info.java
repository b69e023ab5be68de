/// The proof `durable`: parts and stores are killed and cut off under load, and every use is counted once.
@NullMarked
package dev.universalapi.bench.durable;

import org.jspecify.annotations.NullMarked;
