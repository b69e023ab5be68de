/// What the gateway counts quotas again from, when its own counts were lost.
@NullMarked
package dev.universalapi.analytics.spent;

import org.jspecify.annotations.NullMarked;
