/// Tells gateways and hosts of every change, so that they forget what they remember of it.
@NullMarked
package dev.universalapi.auth.feed;

import org.jspecify.annotations.NullMarked;
