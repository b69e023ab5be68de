/// Everything that can happen: one package an owner, one record an event. `docs/events.md` is written from them.
@NullMarked
package dev.universalapi.contracts.event;

import org.jspecify.annotations.NullMarked;
