/// One half of a cycle.
@NullMarked
package dev.universalapi.testkit.house.guilty.cycle.egg;

import org.jspecify.annotations.NullMarked;
