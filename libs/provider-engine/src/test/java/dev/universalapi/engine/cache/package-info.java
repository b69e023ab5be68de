@NullMarked
package dev.universalapi.engine.cache;

import org.jspecify.annotations.NullMarked;
