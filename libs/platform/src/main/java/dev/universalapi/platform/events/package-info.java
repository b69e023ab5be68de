/// What happened, told to whom it may concern: publish with [dev.universalapi.platform.events.Events], hear with
/// [dev.universalapi.platform.events.Handles]. That it travels by Kafka is known here and nowhere else.
@NullMarked
package dev.universalapi.platform.events;

import org.jspecify.annotations.NullMarked;
