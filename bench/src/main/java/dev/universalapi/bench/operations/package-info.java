/// The proof `operations`: what files alone can tell of whether the suite can be run by others.
@NullMarked
package dev.universalapi.bench.operations;

import org.jspecify.annotations.NullMarked;
