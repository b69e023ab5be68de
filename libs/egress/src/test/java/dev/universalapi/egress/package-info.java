@NullMarked
package dev.universalapi.egress;

import org.jspecify.annotations.NullMarked;
