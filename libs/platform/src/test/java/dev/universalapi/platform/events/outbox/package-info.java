@NullMarked
package dev.universalapi.platform.events.outbox;

import org.jspecify.annotations.NullMarked;
