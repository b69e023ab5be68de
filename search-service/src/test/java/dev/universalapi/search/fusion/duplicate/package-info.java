@NullMarked
package dev.universalapi.search.fusion.duplicate;

import org.jspecify.annotations.NullMarked;
