@NullMarked
package dev.universalapi.host;

import org.jspecify.annotations.NullMarked;
