/// Counting over all gateways: one script and one round trip decides; without Redis each spends its share.
@NullMarked
package dev.universalapi.gateway.limit.count;

import org.jspecify.annotations.NullMarked;
