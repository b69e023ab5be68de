/// The engine in a Spring application: its wiring, and the endpoints that ask it, list it and explain it.
@NullMarked
package dev.universalapi.host;

import org.jspecify.annotations.NullMarked;
