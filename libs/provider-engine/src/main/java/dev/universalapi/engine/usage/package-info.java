/// What each question used: the calls that were made for it, and what settled it.
@NullMarked
package dev.universalapi.engine.usage;

import org.jspecify.annotations.NullMarked;
