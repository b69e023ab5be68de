/// Settings that change at run time, without restart and without leaving discovery.
@NullMarked
package dev.universalapi.platform.settings;

import org.jspecify.annotations.NullMarked;
