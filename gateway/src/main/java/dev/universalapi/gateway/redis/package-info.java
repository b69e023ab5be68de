/// Where the gateways keep what they share.
@NullMarked
package dev.universalapi.gateway.redis;

import org.jspecify.annotations.NullMarked;
