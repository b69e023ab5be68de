/// The only door of the suite.
@NullMarked
package dev.universalapi.gateway;

import org.jspecify.annotations.NullMarked;
