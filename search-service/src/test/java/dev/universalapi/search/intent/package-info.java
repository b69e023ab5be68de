@NullMarked
package dev.universalapi.search.intent;

import org.jspecify.annotations.NullMarked;
