/// The suite that every provider's folder runs through, found by itself.
@NullMarked
package dev.universalapi.providers;

import org.jspecify.annotations.NullMarked;
