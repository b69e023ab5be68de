/// Which addresses may be dialled: judged after the look-up, before the connection, with nothing in between.
@NullMarked
package dev.universalapi.egress.guard;

import org.jspecify.annotations.NullMarked;
