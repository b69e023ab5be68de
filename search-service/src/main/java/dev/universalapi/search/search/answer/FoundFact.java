package dev.universalapi.search.search.answer;

import dev.universalapi.search.search.agreement.Disagreement;
import dev.universalapi.search.search.agreement.Disagreements;
import dev.universalapi.search.search.source.Found.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact.
///
/// @param kind what it is: `weather`, `price`, `conversion`
/// @param category what it answers, of the intents
/// @param about the part of the query that asks for it
/// @param text the fact in a sentence, in the language of the query; null where there is none
/// @param at when it holds
/// @param data the answer of `source.operation`, in its form
/// @param disagreement where another fact tells a different number of the same thing; null where none does. Of a
///   stream, those facts count that were told before
public record FoundFact(
        String kind,
        String category,
        String about,
        @Nullable String text,
        FoundSource source,
        @Nullable Instant at,
        Object data,
        @Nullable Disagreement disagreement) {

    /// As a caller is told of it.
    ///
    /// @param about the part of the query that asks for it
    /// @param all facts of the search
    public static FoundFact of(Fact fact, String about, List<Fact> all) {
        var source = fact.source();
        return new FoundFact(
                fact.kind(),
                source.category(),
                about,
                fact.sentence(),
                FoundSource.of(source),
                fact.at(),
                fact.data(),
                Disagreements.of(fact, all).orElse(null));
    }
}
