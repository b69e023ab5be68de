/// The proof `door`: who is let in, how much they may do, and what is known of it afterwards.
@NullMarked
package dev.universalapi.bench.door;

import org.jspecify.annotations.NullMarked;
