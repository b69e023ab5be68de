/// The front desk of the data categories.
@NullMarked
package dev.universalapi.search;

import org.jspecify.annotations.NullMarked;
