/// Which service answers which address, and the way there.
@NullMarked
package dev.universalapi.gateway.route;

import org.jspecify.annotations.NullMarked;
