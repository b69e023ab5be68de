@NullMarked
package dev.universalapi.host.stream;

import org.jspecify.annotations.NullMarked;
