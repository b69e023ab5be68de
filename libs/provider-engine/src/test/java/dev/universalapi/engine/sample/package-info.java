@NullMarked
package dev.universalapi.engine.sample;

import org.jspecify.annotations.NullMarked;
