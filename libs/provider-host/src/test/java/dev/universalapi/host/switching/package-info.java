@NullMarked
package dev.universalapi.host.switching;

import org.jspecify.annotations.NullMarked;
