@NullMarked
package dev.universalapi.engine.attempt;

import org.jspecify.annotations.NullMarked;
