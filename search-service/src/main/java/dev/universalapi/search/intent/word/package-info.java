/// The words of a query: those that merely say what it asks for, and those that are left to look for.
@NullMarked
package dev.universalapi.search.intent.word;

import org.jspecify.annotations.NullMarked;
