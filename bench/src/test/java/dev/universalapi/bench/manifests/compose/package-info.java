@NullMarked
package dev.universalapi.bench.manifests.compose;

import org.jspecify.annotations.NullMarked;
