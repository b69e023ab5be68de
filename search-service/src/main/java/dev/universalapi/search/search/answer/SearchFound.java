package dev.universalapi.search.search.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param query as it was searched: cleaned, at most 400 characters
/// @param language the language it is in, by its BCP 47 tag
/// @param intents what it was understood to ask for, the primary first; empty for a topic
/// @param answers facts, in the order of the intents
/// @param results what else was found, the best first
/// @param summary what the results say, each sentence with its source; null where they say too little
/// @param suggestions what to ask instead, where little was found
public record SearchFound(
        String query,
        String language,
        List<FoundIntent> intents,
        List<FoundFact> answers,
        List<FoundHit> results,
        @Nullable SearchSummary summary,
        List<SearchSuggestion> suggestions) {
    public SearchFound {
        intents = List.copyOf(intents);
        answers = List.copyOf(answers);
        results = List.copyOf(results);
        suggestions = List.copyOf(suggestions);
    }
}
