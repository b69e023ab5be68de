/// How words are compared, wherever queries and names are.
@NullMarked
package dev.universalapi.search.intent.text;

import org.jspecify.annotations.NullMarked;
