package dev.universalapi.search.search.suggestion;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.answer.SearchSuggestion;
import dev.universalapi.search.search.plan.Wish;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What to ask instead where nothing was found, and how a query may go on.
public final class Suggestions {
    private static final int MOST = 8;
    private static final int MOST_WORDS = 20;
    private static final int NAME_WORDS = 3;
    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_WORD = 30;
    private static final Map<Language, List<String>> EXAMPLES = Map.of(
            Language.EN,
            List.of(
                    "weather in London",
                    "price of bitcoin",
                    "100 EUR to USD",
                    "news about solar power",
                    "who was Ada Lovelace",
                    "recipe for pancakes",
                    "translate good morning into French",
                    "population of Japan"),
            Language.FR,
            List.of(
                    "météo à Lyon",
                    "prix du bitcoin",
                    "100 EUR en USD",
                    "actualités sur l'énergie solaire",
                    "qui était Ada Lovelace",
                    "recette de crêpes",
                    "traduire bonjour en anglais",
                    "population du Japon"));

    private final Lexicon lexicon;

    public Suggestions(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// What to ask instead of a query that found nothing.
    public List<SearchSuggestion> instead(String query, Language language, Wish wish) {
        var suggestions = new ArrayList<SearchSuggestion>();
        var respelt = respelt(query, lexicon::nearest);
        if (!respelt.equals(query)) {
            suggestions.add(new SearchSuggestion(respelt, "spelling"));
        }
        if (!wish.categories().isEmpty()) {
            suggestions.add(new SearchSuggestion(query, "category"));
        }
        EXAMPLES.getOrDefault(language, List.of()).stream()
                .limit(2)
                .forEach(example -> suggestions.add(new SearchSuggestion(example, "example")));
        return suggestions;
    }

    /// A query spelt as the titles of what was found are, where it is spelt otherwise; it is no reason to ask again
    /// where its words are found.
    public List<SearchSuggestion> besides(String query, List<Hit> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var respelt = respelt(query, new Pool(found)::nearest);
        return respelt.equals(query) ? List.of() : List.of(new SearchSuggestion(respelt, "spelling"));
    }

    /// How the beginning of a query may go on.
    public List<SearchSuggestion> onwards(String beginning, Set<Language> languages) {
        var suggestions = new LinkedHashSet<SearchSuggestion>();
        var plain = beginning.toLowerCase(Locale.ROOT);
        languages.stream()
                .sorted()
                .flatMap(language -> EXAMPLES.getOrDefault(language, List.of()).stream())
                .filter(example -> example.toLowerCase(Locale.ROOT).startsWith(plain))
                .forEach(example -> suggestions.add(new SearchSuggestion(example, "example")));
        for (int at : lastWords(beginning)) {
            var letters = beginning.substring(at);
            if (letters.length() >= SHORTEST_NAME && letters.length() <= LONGEST_WORD) {
                lexicon.beginning(letters, MOST)
                        .forEach(name -> suggestions.add(
                                new SearchSuggestion(beginning.substring(0, at) + name.text(), name.kind())));
            }
        }
        return suggestions.stream().limit(MOST).toList();
    }

    // where the last three, two and one words begin
    private static List<Integer> lastWords(String text) {
        var begins = new ArrayList<Integer>();
        int end = text.length();
        for (int word = 0; word < NAME_WORDS && end > 0; word++) {
            int begin = text.lastIndexOf(' ', end - 1) + 1;
            begins.addFirst(begin);
            end = begin - 1;
        }
        return begins;
    }

    private static String respelt(String query, Function<String, Optional<String>> nearest) {
        var words = List.of(query.split(" ", -1));
        var respelt = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var looked = i < MOST_WORDS && word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD;
            respelt.add(looked ? nearest.apply(word).orElse(word) : word);
        }
        return String.join(" ", respelt);
    }
}
