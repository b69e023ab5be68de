@NullMarked
package dev.universalapi.analytics.usage;

import org.jspecify.annotations.NullMarked;
