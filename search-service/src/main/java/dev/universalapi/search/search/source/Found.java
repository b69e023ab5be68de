package dev.universalapi.search.search.source;

import dev.universalapi.engine.Meta;
import dev.universalapi.search.fusion.Hit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What came of asking a source: a fact, or things that were found.
///
/// @param fact null where it is none
public record Found(@Nullable Fact fact, List<Hit> hits) {
    /// Nothing.
    public static final Found NOTHING = new Found(null, List.of());

    public Found {
        hits = List.copyOf(hits);
    }

    /// A fact.
    ///
    /// @param kind `price`
    /// @param sentence in the language of the query; null where there is none
    /// @param source who says so
    /// @param at when it holds
    /// @param data the answer in its contract's form
    public record Fact(
            String kind,
            @Nullable String sentence,
            Hit.Source source,
            @Nullable Instant at,
            JsonNode data) {}

    /// Reads an answer.
    ///
    /// @param data in the form of the source's contract
    /// @param safe whether only what suits everybody is wanted
    public static Found of(Source source, JsonNode data, Meta meta, Given given, boolean safe) {
        var from = new Hit.Source(meta.provider(), source.path(), meta.attribution());
        var takes = source.takes();
        return switch (source.lane()) {
            case RESULTS -> new Found(null, takes.hits(data, from, safe));
            case ANSWERS -> fact(takes, data, from, given);
        };
    }

    private static Found fact(Taking takes, JsonNode data, Hit.Source from, Given given) {
        var list = takes.list();
        if (list != null && data.at(list).isEmpty()) {
            return NOTHING;
        }
        var sentence = takes.sentence(data, given).orElse(null);
        var moment = takes.moment(data).orElse(null);
        var kind = Optional.ofNullable(takes.kind()).orElse(from.category());
        return new Found(new Fact(kind, sentence, from, moment, data), List.of());
    }

    /// Whether nothing was found.
    public boolean isEmpty() {
        return fact == null && hits.isEmpty();
    }
}
