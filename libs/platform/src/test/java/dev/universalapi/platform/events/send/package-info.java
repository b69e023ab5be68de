@NullMarked
package dev.universalapi.platform.events.send;

import org.jspecify.annotations.NullMarked;
