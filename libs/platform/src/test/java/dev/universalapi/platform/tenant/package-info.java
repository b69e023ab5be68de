@NullMarked
package dev.universalapi.platform.tenant;

import org.jspecify.annotations.NullMarked;
