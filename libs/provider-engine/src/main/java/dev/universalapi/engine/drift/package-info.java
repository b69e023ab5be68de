/// Sees when a provider no longer answers in the shape it used to.
@NullMarked
package dev.universalapi.engine.drift;

import org.jspecify.annotations.NullMarked;
