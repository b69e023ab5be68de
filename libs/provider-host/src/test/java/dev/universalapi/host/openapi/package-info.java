@NullMarked
package dev.universalapi.host.openapi;

import org.jspecify.annotations.NullMarked;
