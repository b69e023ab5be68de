/// Knowledge: articles of encyclopedias and entries of knowledge bases.
@NullMarked
package dev.universalapi.providers.knowledge;

import org.jspecify.annotations.NullMarked;
