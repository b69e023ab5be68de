@NullMarked
package dev.universalapi.platform.events;

import org.jspecify.annotations.NullMarked;
