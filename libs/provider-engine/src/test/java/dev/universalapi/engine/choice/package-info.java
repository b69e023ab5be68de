@NullMarked
package dev.universalapi.engine.choice;

import org.jspecify.annotations.NullMarked;
