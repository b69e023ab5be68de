@NullMarked
package dev.universalapi.engine;

import org.jspecify.annotations.NullMarked;
