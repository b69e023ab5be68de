/// Says what the best hits say, in their own sentences.
@NullMarked
package dev.universalapi.search.fusion.summary;

import org.jspecify.annotations.NullMarked;
