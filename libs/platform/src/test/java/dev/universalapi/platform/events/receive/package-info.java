@NullMarked
package dev.universalapi.platform.events.receive;

import org.jspecify.annotations.NullMarked;
