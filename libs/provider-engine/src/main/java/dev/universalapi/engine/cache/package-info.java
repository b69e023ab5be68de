/// Answers kept and calls shared: what stands between a question and the choice of whom to ask.
@NullMarked
package dev.universalapi.engine.cache;

import org.jspecify.annotations.NullMarked;
