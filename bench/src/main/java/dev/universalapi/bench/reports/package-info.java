/// The benchmark `reports`: what each report of a day of a million sums takes.
@NullMarked
package dev.universalapi.bench.reports;

import org.jspecify.annotations.NullMarked;
