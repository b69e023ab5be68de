/// API keys: made, shown once, rotated, disabled, revoked.
@NullMarked
package dev.universalapi.auth.key;

import org.jspecify.annotations.NullMarked;
