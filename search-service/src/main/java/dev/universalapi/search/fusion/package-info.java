/// Makes one list of what many sources found.
@NullMarked
package dev.universalapi.search.fusion;

import org.jspecify.annotations.NullMarked;
