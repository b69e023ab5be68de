/// The edge's way to Redis, and whether both have the same time.
@NullMarked
package dev.universalapi.gateway.limit.redis;

import org.jspecify.annotations.NullMarked;
