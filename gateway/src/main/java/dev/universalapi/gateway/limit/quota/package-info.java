/// Quotas: so many calls a day or a month; what counts, and who is told when they come to an end.
@NullMarked
package dev.universalapi.gateway.limit.quota;

import org.jspecify.annotations.NullMarked;
