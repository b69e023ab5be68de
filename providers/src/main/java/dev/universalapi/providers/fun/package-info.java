/// Small things to pass the time with: questions, pictures of animals, advice.
@NullMarked
package dev.universalapi.providers.fun;

import org.jspecify.annotations.NullMarked;
