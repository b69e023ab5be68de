@NullMarked
package dev.universalapi.search.search;

import org.jspecify.annotations.NullMarked;
