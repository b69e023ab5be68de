package dev.universalapi.search.search.answer;

import java.util.List;

/// How the beginning of a query may go on.
public record SuggestAnswer(Suggested data) {

    /// The likeliest first; at most 8.
    public record Suggested(List<SearchSuggestion> suggestions) {
        public Suggested {
            suggestions = List.copyOf(suggestions);
        }
    }
}
