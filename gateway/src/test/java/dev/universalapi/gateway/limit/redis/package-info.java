@NullMarked
package dev.universalapi.gateway.limit.redis;

import org.jspecify.annotations.NullMarked;
