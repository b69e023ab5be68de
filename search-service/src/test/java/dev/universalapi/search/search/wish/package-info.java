@NullMarked
package dev.universalapi.search.search.wish;

import org.jspecify.annotations.NullMarked;
