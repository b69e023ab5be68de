@NullMarked
package dev.universalapi.engine.expression;

import org.jspecify.annotations.NullMarked;
