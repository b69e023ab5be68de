/// Metering and usage: what was asked, of whom, how it ended and what it cost.
@NullMarked
package dev.universalapi.analytics;

import org.jspecify.annotations.NullMarked;
