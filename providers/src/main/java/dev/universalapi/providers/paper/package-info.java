/// Scholarly papers: articles, preprints and proceedings.
@NullMarked
package dev.universalapi.providers.paper;

import org.jspecify.annotations.NullMarked;
