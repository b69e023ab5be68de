@NullMarked
package dev.universalapi.gateway.limit.credit;

import org.jspecify.annotations.NullMarked;
