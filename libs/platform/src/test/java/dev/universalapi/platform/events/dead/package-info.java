@NullMarked
package dev.universalapi.platform.events.dead;

import org.jspecify.annotations.NullMarked;
