/// Takes texts apart into words, and weighs the words of a query.
@NullMarked
package dev.universalapi.search.fusion.word;

import org.jspecify.annotations.NullMarked;
