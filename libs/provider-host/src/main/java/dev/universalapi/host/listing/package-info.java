/// What the catalogue shows of operations and providers.
@NullMarked
package dev.universalapi.host.listing;

import org.jspecify.annotations.NullMarked;
