/// How much and how slowly a caller may send, and how long it waits.
@NullMarked
package dev.universalapi.gateway.limit;

import org.jspecify.annotations.NullMarked;
