@NullMarked
package dev.universalapi.egress.guard;

import org.jspecify.annotations.NullMarked;
