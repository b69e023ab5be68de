/// What could not be handled: kept with its cause, shown, and handled again when the cause is gone.
@NullMarked
package dev.universalapi.platform.events.dead;

import org.jspecify.annotations.NullMarked;
