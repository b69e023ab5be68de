@NullMarked
package dev.universalapi.engine.mapping;

import org.jspecify.annotations.NullMarked;
