/// Universal search: one question, every source that can help.
@NullMarked
package dev.universalapi.search.search;

import org.jspecify.annotations.NullMarked;
