/// Proves that the gates of the parent POM stop what they are there to stop.
@NullMarked
package dev.universalapi.testkit.gate;

import org.jspecify.annotations.NullMarked;
