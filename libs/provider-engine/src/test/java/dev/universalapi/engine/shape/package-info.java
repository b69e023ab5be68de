@NullMarked
package dev.universalapi.engine.shape;

import org.jspecify.annotations.NullMarked;
