@NullMarked
package dev.universalapi.analytics.intake;

import org.jspecify.annotations.NullMarked;
