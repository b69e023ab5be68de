@NullMarked
package dev.universalapi.auth.key;

import org.jspecify.annotations.NullMarked;
