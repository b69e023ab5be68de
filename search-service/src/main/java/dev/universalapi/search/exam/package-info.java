/// What understanding and ranking are worth, measured without the rest of the suite: `prove search` starts [Exam] from
/// the jar that is shipped.
@NullMarked
package dev.universalapi.search.exam;

import org.jspecify.annotations.NullMarked;
