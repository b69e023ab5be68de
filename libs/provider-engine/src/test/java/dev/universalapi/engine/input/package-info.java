@NullMarked
package dev.universalapi.engine.input;

import org.jspecify.annotations.NullMarked;
