@NullMarked
package dev.universalapi.host.credential;

import org.jspecify.annotations.NullMarked;
