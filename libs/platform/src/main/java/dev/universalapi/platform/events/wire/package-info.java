/// Events as they travel: CloudEvents 1.0, structured JSON.
@NullMarked
package dev.universalapi.platform.events.wire;

import org.jspecify.annotations.NullMarked;
