/// What to ask instead, and how a query may go on.
@NullMarked
package dev.universalapi.search.search.suggestion;

import org.jspecify.annotations.NullMarked;
