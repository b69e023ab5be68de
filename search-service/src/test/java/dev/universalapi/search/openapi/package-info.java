@NullMarked
package dev.universalapi.search.openapi;

import org.jspecify.annotations.NullMarked;
