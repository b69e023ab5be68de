/// A new master key in the place of an old one, while the suite runs.
@NullMarked
package dev.universalapi.launcher.master;

import org.jspecify.annotations.NullMarked;
