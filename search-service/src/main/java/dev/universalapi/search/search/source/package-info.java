/// What can be asked, with what, and what its answers come to: `sources.yml`.
@NullMarked
package dev.universalapi.search.search.source;

import org.jspecify.annotations.NullMarked;
