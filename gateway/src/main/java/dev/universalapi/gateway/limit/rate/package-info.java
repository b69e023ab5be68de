/// Rates: so many calls in so much time.
@NullMarked
package dev.universalapi.gateway.limit.rate;

import org.jspecify.annotations.NullMarked;
