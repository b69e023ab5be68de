/// A stand-in.
@NullMarked
package dev.universalapi.search.fusion.summary;

import org.jspecify.annotations.NullMarked;
