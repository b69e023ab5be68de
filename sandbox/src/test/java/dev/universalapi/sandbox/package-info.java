/// The sandbox, asked over real HTTP.
@NullMarked
package dev.universalapi.sandbox;

import org.jspecify.annotations.NullMarked;
