/// Traces across topics: what is heard links to what was told, it is not its child.
@NullMarked
package dev.universalapi.platform.events.trace;

import org.jspecify.annotations.NullMarked;
