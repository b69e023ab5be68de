/// When a service whose database somebody else migrates is seen by others.
@NullMarked
package dev.universalapi.platform.tenant.arrival;

import org.jspecify.annotations.NullMarked;
