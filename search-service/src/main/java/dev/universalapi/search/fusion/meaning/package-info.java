/// Compares texts by what they mean, with a small model of language that runs in this process.
@NullMarked
package dev.universalapi.search.fusion.meaning;

import org.jspecify.annotations.NullMarked;
