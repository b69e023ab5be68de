@NullMarked
package dev.universalapi.testkit.store;

import org.jspecify.annotations.NullMarked;
