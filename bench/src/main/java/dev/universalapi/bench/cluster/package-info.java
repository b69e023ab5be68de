/// The suite on the cluster that `kubectl` reaches, and those who ask it there.
@NullMarked
package dev.universalapi.bench.cluster;

import org.jspecify.annotations.NullMarked;
