/// Providers of another process: who asks there, and who answers here.
@NullMarked
package dev.universalapi.host.remote;

import org.jspecify.annotations.NullMarked;
