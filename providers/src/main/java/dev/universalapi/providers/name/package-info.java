/// What a name lets one guess of those who bear it.
@NullMarked
package dev.universalapi.providers.name;

import org.jspecify.annotations.NullMarked;
