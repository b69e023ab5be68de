@NullMarked
package dev.universalapi.search.search.round;

import org.jspecify.annotations.NullMarked;
