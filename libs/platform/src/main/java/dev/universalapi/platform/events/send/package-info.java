/// The way out: bounded, never waited for, every loss counted.
@NullMarked
package dev.universalapi.platform.events.send;

import org.jspecify.annotations.NullMarked;
