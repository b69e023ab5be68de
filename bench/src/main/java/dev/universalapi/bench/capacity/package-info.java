/// The benchmark `cluster`: what the suite needs on Kubernetes, and what more of it brings.
@NullMarked
package dev.universalapi.bench.capacity;

import org.jspecify.annotations.NullMarked;
