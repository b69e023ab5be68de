@NullMarked
package dev.universalapi.engine.quota;

import org.jspecify.annotations.NullMarked;
