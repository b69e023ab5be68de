@NullMarked
package dev.universalapi.auth.feed;

import org.jspecify.annotations.NullMarked;
