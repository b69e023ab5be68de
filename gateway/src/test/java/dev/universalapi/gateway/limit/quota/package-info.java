@NullMarked
package dev.universalapi.gateway.limit.quota;

import org.jspecify.annotations.NullMarked;
