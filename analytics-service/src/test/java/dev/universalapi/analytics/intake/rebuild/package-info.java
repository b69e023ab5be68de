@NullMarked
package dev.universalapi.analytics.intake.rebuild;

import org.jspecify.annotations.NullMarked;
