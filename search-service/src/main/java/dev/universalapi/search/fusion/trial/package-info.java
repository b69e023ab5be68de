/// Measures the merge on judged texts that are not part of the product.
@NullMarked
package dev.universalapi.search.fusion.trial;

import org.jspecify.annotations.NullMarked;
