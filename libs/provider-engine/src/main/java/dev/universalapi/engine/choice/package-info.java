/// Who is asked, in which order: hard filters first, then score. Pure: the moment, what is known and the seed come in.
@NullMarked
package dev.universalapi.engine.choice;

import org.jspecify.annotations.NullMarked;
