/// Weather: now, and in the days to come.
@NullMarked
package dev.universalapi.providers.weather;

import org.jspecify.annotations.NullMarked;
