/// Photos, videos and moving pictures that may be used freely, found by words or at random.
@NullMarked
package dev.universalapi.providers.media;

import org.jspecify.annotations.NullMarked;
