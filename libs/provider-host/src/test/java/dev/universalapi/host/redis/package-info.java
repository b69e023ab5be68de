/// Tests against a real Redis.
@NullMarked
package dev.universalapi.host.redis;

import org.jspecify.annotations.NullMarked;
