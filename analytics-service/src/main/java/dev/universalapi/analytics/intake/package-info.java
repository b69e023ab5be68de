/// Counts what happened, once.
@NullMarked
package dev.universalapi.analytics.intake;

import org.jspecify.annotations.NullMarked;
