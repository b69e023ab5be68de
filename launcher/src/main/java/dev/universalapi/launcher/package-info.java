/// Runs the whole suite on one machine, without Docker and without a library: what `./universal` calls.
@NullMarked
package dev.universalapi.launcher;

import org.jspecify.annotations.NullMarked;
