@NullMarked
package dev.universalapi.gateway.limit.rate;

import org.jspecify.annotations.NullMarked;
