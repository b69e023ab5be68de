/// Books: found by words, and one by its ISBN.
@NullMarked
package dev.universalapi.providers.book;

import org.jspecify.annotations.NullMarked;
