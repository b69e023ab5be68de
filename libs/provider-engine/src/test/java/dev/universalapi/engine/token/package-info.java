@NullMarked
package dev.universalapi.engine.token;

import org.jspecify.annotations.NullMarked;
