/// One half of a cycle.
@NullMarked
package dev.universalapi.testkit.house.guilty.cycle.hen;

import org.jspecify.annotations.NullMarked;
