/// What the build says about the whole of the project once every module is built: coverage, generated pages, lengths.
@NullMarked
package dev.universalapi.bench.house;

import org.jspecify.annotations.NullMarked;
