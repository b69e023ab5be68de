/// What operators have switched off: read from auth-service, and again when it changes.
@NullMarked
package dev.universalapi.host.switching;

import org.jspecify.annotations.NullMarked;
