/// Jokes.
@NullMarked
package dev.universalapi.providers.joke;

import org.jspecify.annotations.NullMarked;
