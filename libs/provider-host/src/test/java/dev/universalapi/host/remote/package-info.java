@NullMarked
package dev.universalapi.host.remote;

import org.jspecify.annotations.NullMarked;
