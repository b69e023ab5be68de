/// Every way in which an attempt can end.
@NullMarked
package dev.universalapi.engine.outcome;

import org.jspecify.annotations.NullMarked;
