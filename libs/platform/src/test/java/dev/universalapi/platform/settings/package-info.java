@NullMarked
package dev.universalapi.platform.settings;

import org.jspecify.annotations.NullMarked;
