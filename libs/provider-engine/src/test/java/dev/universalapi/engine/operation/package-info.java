@NullMarked
package dev.universalapi.engine.operation;

import org.jspecify.annotations.NullMarked;
