/// Runs proofs and benchmarks of the suite: `./universal prove` and `./universal bench`.
@NullMarked
package dev.universalapi.bench;

import org.jspecify.annotations.NullMarked;
