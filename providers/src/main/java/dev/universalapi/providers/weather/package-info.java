/// Weather: now, hour by hour, in the days to come and in days past; and the quality of the air.
@NullMarked
package dev.universalapi.providers.weather;

import org.jspecify.annotations.NullMarked;
