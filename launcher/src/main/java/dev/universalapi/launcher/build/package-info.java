/// Builds what is missing or stale and lays out what runs.
@NullMarked
package dev.universalapi.launcher.build;

import org.jspecify.annotations.NullMarked;
