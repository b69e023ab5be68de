/// What code says about the rules of the house.
@NullMarked
package dev.universalapi.contracts.house;

import org.jspecify.annotations.NullMarked;
