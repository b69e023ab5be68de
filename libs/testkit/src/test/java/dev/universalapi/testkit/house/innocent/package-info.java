/// Classes that come close to breaking a rule, and do not.
@NullMarked
package dev.universalapi.testkit.house.innocent;

import org.jspecify.annotations.NullMarked;
