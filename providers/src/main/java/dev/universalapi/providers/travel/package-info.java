/// Travel by air: flights, airports, and aircraft in the sky.
@NullMarked
package dev.universalapi.providers.travel;

import org.jspecify.annotations.NullMarked;
