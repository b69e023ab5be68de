/// Films and series: found by words, one by its number or its title, and what people look up now.
@NullMarked
package dev.universalapi.providers.film;

import org.jspecify.annotations.NullMarked;
