/// The way in: an effect for each event, once, in one transaction with the memory of having had it.
@NullMarked
package dev.universalapi.platform.events.receive;

import org.jspecify.annotations.NullMarked;
