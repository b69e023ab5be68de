/// Commands are carried out once: the caller's key is kept for a day, with what came of it.
@NullMarked
package dev.universalapi.host.command;

import org.jspecify.annotations.NullMarked;
