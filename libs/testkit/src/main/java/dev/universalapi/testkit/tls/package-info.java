/// TLS for tests: a certificate of one's own, and a server that speaks it for another.
@NullMarked
package dev.universalapi.testkit.tls;

import org.jspecify.annotations.NullMarked;
