@NullMarked
package dev.universalapi.bench.manifests;

import org.jspecify.annotations.NullMarked;
