/// Music: songs, albums and artists, found by words, and one recording by its ISRC. Its description, never its sound.
@NullMarked
package dev.universalapi.providers.music;

import org.jspecify.annotations.NullMarked;
