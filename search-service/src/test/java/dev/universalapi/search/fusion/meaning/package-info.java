@NullMarked
package dev.universalapi.search.fusion.meaning;

import org.jspecify.annotations.NullMarked;
