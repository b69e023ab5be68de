/// Needs the second.
@NullMarked
package dev.universalapi.testkit.house.innocent.line.first;

import org.jspecify.annotations.NullMarked;
