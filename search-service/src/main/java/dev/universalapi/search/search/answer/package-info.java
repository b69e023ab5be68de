/// What a search is answered with.
@NullMarked
package dev.universalapi.search.search.answer;

import org.jspecify.annotations.NullMarked;
