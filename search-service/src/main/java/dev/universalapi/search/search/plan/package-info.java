/// Who is asked for a query, and who is not and why.
@NullMarked
package dev.universalapi.search.search.plan;

import org.jspecify.annotations.NullMarked;
