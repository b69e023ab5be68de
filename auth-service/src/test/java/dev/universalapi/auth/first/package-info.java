@NullMarked
package dev.universalapi.auth.first;

import org.jspecify.annotations.NullMarked;
