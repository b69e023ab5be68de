@NullMarked
package dev.universalapi.analytics;

import org.jspecify.annotations.NullMarked;
