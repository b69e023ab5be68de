/// Java's start-up caches: recorded by a part, made once, used from then on.
@NullMarked
package dev.universalapi.launcher.cache;

import org.jspecify.annotations.NullMarked;
