@NullMarked
package dev.universalapi.engine.receipt;

import org.jspecify.annotations.NullMarked;
