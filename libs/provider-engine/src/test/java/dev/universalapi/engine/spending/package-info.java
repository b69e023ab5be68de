@NullMarked
package dev.universalapi.engine.spending;

import org.jspecify.annotations.NullMarked;
