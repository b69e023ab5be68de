@NullMarked
package dev.universalapi.search.search.plan;

import org.jspecify.annotations.NullMarked;
