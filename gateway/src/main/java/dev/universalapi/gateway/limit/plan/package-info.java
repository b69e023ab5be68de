/// What somebody may do: plans, and limits of one's own.
@NullMarked
package dev.universalapi.gateway.limit.plan;

import org.jspecify.annotations.NullMarked;
