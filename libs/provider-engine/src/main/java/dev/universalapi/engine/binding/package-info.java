/// Makes a query of what a caller sent, in an address or in a body, and tells everything that is wrong with it.
@NullMarked
package dev.universalapi.engine.binding;

import org.jspecify.annotations.NullMarked;
