/// The page of parity, read and held against the catalogue.
@NullMarked
package dev.universalapi.bench.parity;

import org.jspecify.annotations.NullMarked;
