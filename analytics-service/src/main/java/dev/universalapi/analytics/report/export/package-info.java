/// Writes whole reports.
@NullMarked
package dev.universalapi.analytics.report.export;

import org.jspecify.annotations.NullMarked;
