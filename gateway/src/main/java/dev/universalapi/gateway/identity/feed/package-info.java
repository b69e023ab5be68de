/// What auth-service tells of changes, read from a stream of Redis.
@NullMarked
package dev.universalapi.gateway.identity.feed;

import org.jspecify.annotations.NullMarked;
