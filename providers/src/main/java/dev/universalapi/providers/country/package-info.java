/// Countries: what they are, and what is counted in them.
@NullMarked
package dev.universalapi.providers.country;

import org.jspecify.annotations.NullMarked;
