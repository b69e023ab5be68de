@NullMarked
package dev.universalapi.search.exam;

import org.jspecify.annotations.NullMarked;
