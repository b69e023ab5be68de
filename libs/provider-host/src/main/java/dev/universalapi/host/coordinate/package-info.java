/// Where on Earth something is asked: by its coordinates, or by the name of a place.
@NullMarked
package dev.universalapi.host.coordinate;

import org.jspecify.annotations.NullMarked;
