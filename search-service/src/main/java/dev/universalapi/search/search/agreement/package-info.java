/// Whether sources tell the same number of the same thing.
@NullMarked
package dev.universalapi.search.search.agreement;

import org.jspecify.annotations.NullMarked;
