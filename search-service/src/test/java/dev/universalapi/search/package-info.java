@NullMarked
package dev.universalapi.search;

import org.jspecify.annotations.NullMarked;
