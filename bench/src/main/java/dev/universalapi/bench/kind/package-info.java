/// Streamed, binary and command operations, from a real upstream through a host and the gateway.
@NullMarked
package dev.universalapi.bench.kind;

import org.jspecify.annotations.NullMarked;
