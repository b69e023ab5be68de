/// Bodies of responses as trees, within limits of depth, nodes and size.
@NullMarked
package dev.universalapi.engine.body;

import org.jspecify.annotations.NullMarked;
