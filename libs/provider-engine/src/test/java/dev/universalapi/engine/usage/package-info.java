@NullMarked
package dev.universalapi.engine.usage;

import org.jspecify.annotations.NullMarked;
