/// The suite as a whole: which parts, in which order, and whether they are ready.
@NullMarked
package dev.universalapi.launcher.suite;

import org.jspecify.annotations.NullMarked;
