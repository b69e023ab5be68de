/// What happens at the edge.
@NullMarked
package dev.universalapi.contracts.event.gateway;

import org.jspecify.annotations.NullMarked;
