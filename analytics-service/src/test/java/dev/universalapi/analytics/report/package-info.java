@NullMarked
package dev.universalapi.analytics.report;

import org.jspecify.annotations.NullMarked;
