/// Places: where an address is, and what is at a point.
@NullMarked
package dev.universalapi.providers.place;

import org.jspecify.annotations.NullMarked;
