/// Organisations, their keys and what these may do.
@NullMarked
package dev.universalapi.auth;

import org.jspecify.annotations.NullMarked;
