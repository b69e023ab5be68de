/// Addresses of the Internet: where they are.
@NullMarked
package dev.universalapi.providers.ip;

import org.jspecify.annotations.NullMarked;
