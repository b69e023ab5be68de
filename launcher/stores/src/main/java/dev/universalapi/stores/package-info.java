/// Programs that the launcher runs in a Java of their own, since they need libraries and it has none.
@NullMarked
package dev.universalapi.stores;

import org.jspecify.annotations.NullMarked;
