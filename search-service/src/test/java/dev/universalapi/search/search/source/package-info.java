@NullMarked
package dev.universalapi.search.search.source;

import org.jspecify.annotations.NullMarked;
