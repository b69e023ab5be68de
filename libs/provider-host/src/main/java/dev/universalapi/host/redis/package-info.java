/// What hosts of providers keep in Redis, and how they do without it.
@NullMarked
package dev.universalapi.host.redis;

import org.jspecify.annotations.NullMarked;
