@NullMarked
package dev.universalapi.engine.first;

import org.jspecify.annotations.NullMarked;
