/// Space: pictures, what comes near, and what is new.
@NullMarked
package dev.universalapi.providers.space;

import org.jspecify.annotations.NullMarked;
