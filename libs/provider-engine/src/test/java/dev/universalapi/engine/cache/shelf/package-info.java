@NullMarked
package dev.universalapi.engine.cache.shelf;

import org.jspecify.annotations.NullMarked;
