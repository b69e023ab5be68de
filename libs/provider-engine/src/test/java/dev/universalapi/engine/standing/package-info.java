@NullMarked
package dev.universalapi.engine.standing;

import org.jspecify.annotations.NullMarked;
