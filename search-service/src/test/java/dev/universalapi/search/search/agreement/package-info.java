@NullMarked
package dev.universalapi.search.search.agreement;

import org.jspecify.annotations.NullMarked;
