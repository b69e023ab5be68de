/// The benchmark `gateway`: what the edge costs, beside a bare Spring Cloud Gateway and nginx in the same run.
@NullMarked
package dev.universalapi.bench.gateway;

import org.jspecify.annotations.NullMarked;
