package dev.universalapi.search.search.answer;

import dev.universalapi.search.fusion.Hit;
import org.jspecify.annotations.Nullable;

/// Who says so.
///
/// @param provider its id
/// @param operation `paper/search`
/// @param attribution what has to be shown beside it
record FoundSource(
        String provider, String operation, @Nullable String attribution) {

    static FoundSource of(Hit.Source source) {
        return new FoundSource(source.provider(), source.operation(), source.attribution());
    }
}
