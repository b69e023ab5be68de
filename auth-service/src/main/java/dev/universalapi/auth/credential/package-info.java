/// What organisations bring of their own to providers: kept sealed, never shown again, handed to hosts alone.
@NullMarked
package dev.universalapi.auth.credential;

import org.jspecify.annotations.NullMarked;
