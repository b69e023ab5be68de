/// Which scope each route wants.
@NullMarked
package dev.universalapi.gateway.identity.scope;

import org.jspecify.annotations.NullMarked;
