/// The proof `kubernetes`: the suite on the cluster that `kubectl` reaches, under load while it is scaled, rolled,
/// evicted, upgraded and rolled back.
@NullMarked
package dev.universalapi.bench.kubernetes;

import org.jspecify.annotations.NullMarked;
