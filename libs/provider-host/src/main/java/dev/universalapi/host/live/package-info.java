/// Settings of the engine that may change while it runs, each as the engine's own record of the same name.
@NullMarked
package dev.universalapi.host.live;

import org.jspecify.annotations.NullMarked;
