/// What becomes of samples that are spoilt: more members, fewer, other types, other shapes.
@NullMarked
package dev.universalapi.bench.spoilt;

import org.jspecify.annotations.NullMarked;
