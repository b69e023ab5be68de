@NullMarked
package dev.universalapi.platform.events.wire;

import org.jspecify.annotations.NullMarked;
