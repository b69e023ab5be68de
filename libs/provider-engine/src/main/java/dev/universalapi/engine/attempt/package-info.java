/// One call to one provider, and what became of it.
@NullMarked
package dev.universalapi.engine.attempt;

import org.jspecify.annotations.NullMarked;
