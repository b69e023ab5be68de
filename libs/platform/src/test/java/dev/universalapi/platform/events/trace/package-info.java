@NullMarked
package dev.universalapi.platform.events.trace;

import org.jspecify.annotations.NullMarked;
