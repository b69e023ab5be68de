/// A running suite as the stage of scenes: who plays on it, what it is made to suffer.
@NullMarked
package dev.universalapi.bench.stage;

import org.jspecify.annotations.NullMarked;
