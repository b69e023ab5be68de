/// Searches as server-sent events, which a reader who lost the line takes up again.
@NullMarked
package dev.universalapi.search.search.stream;

import org.jspecify.annotations.NullMarked;
