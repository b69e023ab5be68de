/// Classes that each break one rule on purpose.
@NullMarked
package dev.universalapi.testkit.house.guilty;

import org.jspecify.annotations.NullMarked;
