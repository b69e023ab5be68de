/// Facts: kept in the transaction that made them true, and told from there.
@NullMarked
package dev.universalapi.platform.events.outbox;

import org.jspecify.annotations.NullMarked;
