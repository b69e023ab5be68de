/// Answers as they are kept: what is told of each, until when it serves, and its bytes beyond this process.
@NullMarked
package dev.universalapi.engine.cache.shelf;

import org.jspecify.annotations.NullMarked;
