@NullMarked
package dev.universalapi.gateway.limit.plan;

import org.jspecify.annotations.NullMarked;
