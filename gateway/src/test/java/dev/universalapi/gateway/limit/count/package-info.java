@NullMarked
package dev.universalapi.gateway.limit.count;

import org.jspecify.annotations.NullMarked;
