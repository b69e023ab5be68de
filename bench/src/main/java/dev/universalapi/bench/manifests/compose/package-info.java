/// What the file of compose says, read by its form; compose itself is asked where there is one.
@NullMarked
package dev.universalapi.bench.manifests.compose;

import org.jspecify.annotations.NullMarked;
