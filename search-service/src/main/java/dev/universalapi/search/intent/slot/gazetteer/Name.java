package dev.universalapi.search.intent.slot.gazetteer;

import dev.universalapi.search.intent.Language;
import org.jspecify.annotations.Nullable;

/// One name of something.
///
/// @param written as its resource has it
/// @param language the one in which it means that; null: all
public record Name<T>(
        T value, String written, Need need, @Nullable Language language) {
    boolean isOf(Language spoken) {
        return language == null || language == spoken;
    }
}
