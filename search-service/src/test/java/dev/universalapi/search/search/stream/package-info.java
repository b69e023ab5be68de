@NullMarked
package dev.universalapi.search.search.stream;

import org.jspecify.annotations.NullMarked;
