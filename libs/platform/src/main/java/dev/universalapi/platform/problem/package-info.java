/// Tells callers what went wrong, always in the one shape of RFC 9457.
@NullMarked
package dev.universalapi.platform.problem;

import org.jspecify.annotations.NullMarked;
