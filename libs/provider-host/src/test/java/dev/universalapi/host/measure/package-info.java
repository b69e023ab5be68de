@NullMarked
package dev.universalapi.host.measure;

import org.jspecify.annotations.NullMarked;
