@NullMarked
package dev.universalapi.engine.body;

import org.jspecify.annotations.NullMarked;
