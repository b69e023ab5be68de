/// Who comes in, and when: limits of the caller first, then room at the edge.
@NullMarked
package dev.universalapi.gateway.admission;

import org.jspecify.annotations.NullMarked;
