package dev.universalapi.search.fusion.duplicate;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.fusion.word.Reading;
import java.util.List;
import java.util.Set;

/// What one or more hits are about.
///
/// @param id the same for the same thing, in whatever pool it is found
/// @param best the hit that tells most of it
/// @param alsoFrom the sources of the others, without that of the best
/// @param categories of all its sources
public record Thing(String id, Reading best, List<Hit.Source> alsoFrom, Set<String> categories) {
    public Thing {
        alsoFrom = List.copyOf(alsoFrom);
        categories = Set.copyOf(categories);
    }
}
