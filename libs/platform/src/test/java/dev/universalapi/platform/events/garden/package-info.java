@NullMarked
package dev.universalapi.platform.events.garden;

import org.jspecify.annotations.NullMarked;
