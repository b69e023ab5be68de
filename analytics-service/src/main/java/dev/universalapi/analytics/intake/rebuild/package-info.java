/// Makes sums anew from raw usage, and tells whether they were right.
@NullMarked
package dev.universalapi.analytics.intake.rebuild;

import org.jspecify.annotations.NullMarked;
