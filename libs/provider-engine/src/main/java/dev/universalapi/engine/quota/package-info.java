/// What providers allow a credential: counted before each call, learnt from each response.
@NullMarked
package dev.universalapi.engine.quota;

import org.jspecify.annotations.NullMarked;
