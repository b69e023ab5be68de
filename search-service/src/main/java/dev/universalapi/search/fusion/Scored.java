package dev.universalapi.search.fusion;

import dev.universalapi.search.fusion.duplicate.Thing;
import dev.universalapi.search.fusion.meaning.Vector;
import org.jspecify.annotations.Nullable;

/// A thing and its score.
///
/// @param score 0 to 1
/// @param why before variety moves it
/// @param vector of its gist, where time reached
record Scored(
        Thing thing, double score, Ranked.Why why, @Nullable Vector vector) {
    Scored movedBy(int places) {
        return new Scored(
                thing,
                score,
                new Ranked.Why(why.words(), why.meaning(), why.intent(), why.recency(), Math.max(0, places)),
                vector);
    }
}
