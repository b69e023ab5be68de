/// What a query asks for.
@NullMarked
package dev.universalapi.search.intent;

import org.jspecify.annotations.NullMarked;
