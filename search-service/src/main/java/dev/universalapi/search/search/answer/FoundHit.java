package dev.universalapi.search.search.answer;

import dev.universalapi.search.fusion.Ranked;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that was found.
///
/// @param id stays the same for the same thing
/// @param category of the source
/// @param title as text, not as HTML
/// @param text what it says, as text, not as HTML; may be empty
/// @param url where it is read
/// @param at when it was published
/// @param alsoFrom other sources of the same thing
/// @param score 0 to 1 within this search
/// @param why what its place comes from
/// @param highlights where words of the query stand in title and text
/// @param data the element of the answer of `source.operation`
public record FoundHit(
        String id,
        String category,
        String title,
        String text,
        @Nullable URI url,
        @Nullable Instant at,
        FoundSource source,
        List<FoundSource> alsoFrom,
        double score,
        HitReasons why,
        List<HitHighlight> highlights,
        Object data) {
    public FoundHit {
        alsoFrom = List.copyOf(alsoFrom);
        highlights = List.copyOf(highlights);
    }

    /// The parts of a score, each 0 to 1, after its weight.
    ///
    /// @param words that it has in common with the query
    /// @param meaning how near it is to the query's meaning
    /// @param intent how likely its category is meant
    /// @param recency 1 where age does not count
    /// @param moved places it lost to variety
    public record HitReasons(double words, double meaning, double intent, double recency, int moved) {}

    /// A word of the query, in UTF-16 units.
    ///
    /// @param field `title` or `text`
    public record HitHighlight(String field, int from, int to) {}

    /// The same without what depends on everything else that was found: its score, and what that comes from.
    public record UnscoredHit(
            String id,
            String category,
            String title,
            String text,
            @Nullable URI url,
            @Nullable Instant at,
            FoundSource source,
            List<FoundSource> alsoFrom,
            List<HitHighlight> highlights,
            Object data) {}

    /// The same as a stream tells it, where scores shift with everything that comes.
    public UnscoredHit unscored() {
        return new UnscoredHit(id, category, title, text, url, at, source, alsoFrom, highlights, data);
    }

    /// As a caller is told of it.
    public static FoundHit of(Ranked ranked) {
        var hit = ranked.hit();
        var why = ranked.why();
        return new FoundHit(
                ranked.id(),
                hit.source().category(),
                hit.title(),
                hit.text(),
                hit.url(),
                hit.at(),
                FoundSource.of(hit.source()),
                ranked.alsoFrom().stream().map(FoundSource::of).toList(),
                Rounded.of(ranked.score()),
                new HitReasons(
                        Rounded.of(why.words()),
                        Rounded.of(why.meaning()),
                        Rounded.of(why.intent()),
                        Rounded.of(why.recency()),
                        why.moved()),
                ranked.highlights().stream()
                        .map(mark -> new HitHighlight(mark.field(), mark.from(), mark.to()))
                        .toList(),
                hit.data());
    }
}
