/// Shows usage as it happens.
@NullMarked
package dev.universalapi.analytics.live;

import org.jspecify.annotations.NullMarked;
