/// Asks a suite that runs what only its operator may.
@NullMarked
package dev.universalapi.launcher.operator;

import org.jspecify.annotations.NullMarked;
