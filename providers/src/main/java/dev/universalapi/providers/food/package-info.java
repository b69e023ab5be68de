/// Food: what is in it, and how it is cooked.
@NullMarked
package dev.universalapi.providers.food;

import org.jspecify.annotations.NullMarked;
