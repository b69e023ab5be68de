/// Needs nobody.
@NullMarked
package dev.universalapi.testkit.house.innocent.line.second;

import org.jspecify.annotations.NullMarked;
