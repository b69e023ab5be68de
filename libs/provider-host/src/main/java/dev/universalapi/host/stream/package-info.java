/// Streams as server-sent events: parts as they come, to readers who keep up.
@NullMarked
package dev.universalapi.host.stream;

import org.jspecify.annotations.NullMarked;
