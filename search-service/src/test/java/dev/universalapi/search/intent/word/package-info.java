@NullMarked
package dev.universalapi.search.intent.word;

import org.jspecify.annotations.NullMarked;
