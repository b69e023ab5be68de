@NullMarked
package dev.universalapi.search.fusion.word;

import org.jspecify.annotations.NullMarked;
