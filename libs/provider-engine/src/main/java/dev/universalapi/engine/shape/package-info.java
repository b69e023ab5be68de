/// The types that a contract may be made of, and how a value outside becomes one of them.
@NullMarked
package dev.universalapi.engine.shape;

import org.jspecify.annotations.NullMarked;
