/// What can be asked about usage.
@NullMarked
package dev.universalapi.analytics.report.question;

import org.jspecify.annotations.NullMarked;
