/// What operators see: request ids, metrics with exemplars, traces, logs.
@NullMarked
package dev.universalapi.platform.observability;

import org.jspecify.annotations.NullMarked;
