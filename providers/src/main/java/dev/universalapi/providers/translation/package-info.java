/// Texts in other languages, and what language a text is in.
@NullMarked
package dev.universalapi.providers.translation;

import org.jspecify.annotations.NullMarked;
