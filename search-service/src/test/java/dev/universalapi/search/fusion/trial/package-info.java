@NullMarked
package dev.universalapi.search.fusion.trial;

import org.jspecify.annotations.NullMarked;
