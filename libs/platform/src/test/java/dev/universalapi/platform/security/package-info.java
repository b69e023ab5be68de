@NullMarked
package dev.universalapi.platform.security;

import org.jspecify.annotations.NullMarked;
