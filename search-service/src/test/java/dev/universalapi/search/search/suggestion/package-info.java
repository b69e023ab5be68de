@NullMarked
package dev.universalapi.search.search.suggestion;

import org.jspecify.annotations.NullMarked;
