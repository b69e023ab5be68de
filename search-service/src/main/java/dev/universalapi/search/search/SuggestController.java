package dev.universalapi.search.search;

import dev.universalapi.search.SearchedHere;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.answer.CategoriesAnswer;
import dev.universalapi.search.search.answer.SuggestAnswer;
import dev.universalapi.search.search.source.Sources;
import dev.universalapi.search.search.suggestion.Suggestions;
import dev.universalapi.search.search.wish.Wishes;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells what can be searched, and how a query may go on. Asks nobody.
@SearchedHere
@RestController
final class SuggestController {
    private final Wishes wishes;
    private final Sources sources;
    private final Suggestions suggestions;

    SuggestController(Wishes wishes, Sources sources, Suggestions suggestions) {
        this.wishes = wishes;
        this.sources = sources;
        this.suggestions = suggestions;
    }

    /// What can be searched, and what a query must say so that a source is asked, in English or French.
    @GetMapping(path = "/api/search/categories", produces = MediaType.APPLICATION_JSON_VALUE)
    CategoriesAnswer categories(@RequestParam(required = false) @Nullable String language) {
        var told = wishes.languages(language).stream().sorted().findFirst().orElse(Language.EN);
        return CategoriesAnswer.of(sources, told);
    }

    /// How the beginning of a query may go on.
    @GetMapping(path = "/api/search/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
    SuggestAnswer suggest(
            @RequestParam(name = "q", required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String language) {
        var beginning = wishes.beginning(query);
        var languages = language == null ? EnumSet.allOf(Language.class) : wishes.languages(language);
        return new SuggestAnswer(new SuggestAnswer.Suggested(suggestions.onwards(beginning, languages)));
    }
}
