/// What organisations have of their own: had from auth-service, held in memory, forgotten when it changes.
@NullMarked
package dev.universalapi.host.credential;

import org.jspecify.annotations.NullMarked;
