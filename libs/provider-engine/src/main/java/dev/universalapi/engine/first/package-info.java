/// The call before a call: what is taken from its answer fills the holes of the one that counts.
@NullMarked
package dev.universalapi.engine.first;

import org.jspecify.annotations.NullMarked;
