/// Who is asked, in which order: hard filters first, then order.
@NullMarked
package dev.universalapi.engine.choice;

import org.jspecify.annotations.NullMarked;
