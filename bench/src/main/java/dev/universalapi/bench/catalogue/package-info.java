/// The proof `catalogue`: every provider, by its samples and by what becomes of them when they are spoilt.
@NullMarked
package dev.universalapi.bench.catalogue;

import org.jspecify.annotations.NullMarked;
