@NullMarked
package dev.universalapi.platform.tenant.arrival;

import org.jspecify.annotations.NullMarked;
