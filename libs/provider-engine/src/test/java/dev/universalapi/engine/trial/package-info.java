@NullMarked
package dev.universalapi.engine.trial;

import org.jspecify.annotations.NullMarked;
