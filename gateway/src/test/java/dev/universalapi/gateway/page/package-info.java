@NullMarked
package dev.universalapi.gateway.page;

import org.jspecify.annotations.NullMarked;
