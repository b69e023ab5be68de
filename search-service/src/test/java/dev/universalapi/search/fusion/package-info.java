@NullMarked
package dev.universalapi.search.fusion;

import org.jspecify.annotations.NullMarked;
