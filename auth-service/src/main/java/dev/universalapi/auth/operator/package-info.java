/// What operators do for and against organisations, and what they switch off for everybody.
@NullMarked
package dev.universalapi.auth.operator;

import org.jspecify.annotations.NullMarked;
