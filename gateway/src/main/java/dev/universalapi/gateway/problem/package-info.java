/// What every answer of the edge carries, and how whatever goes wrong becomes a problem (RFC 9457).
@NullMarked
package dev.universalapi.gateway.problem;

import org.jspecify.annotations.NullMarked;
