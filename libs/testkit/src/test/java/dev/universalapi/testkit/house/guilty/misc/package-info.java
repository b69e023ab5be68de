/// A package whose name says nothing.
@NullMarked
package dev.universalapi.testkit.house.guilty.misc;

import org.jspecify.annotations.NullMarked;
