package dev.universalapi.search.search.answer;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.source.Lane;
import dev.universalapi.search.search.source.Source;
import dev.universalapi.search.search.source.Sources;
import java.util.List;
import java.util.Locale;

/// What can be searched.
public record CategoriesAnswer(SearchCategories data) {

    /// All categories, by name.
    public record SearchCategories(List<SearchCategory> categories) {
        public SearchCategories {
            categories = List.copyOf(categories);
        }
    }

    /// A category.
    public record SearchCategory(String category, List<SearchSource> sources) {
        public SearchCategory {
            sources = List.copyOf(sources);
        }
    }

    /// An operation that is asked for it.
    ///
    /// @param lane `answers` where it tells a fact, `results` where it finds things
    /// @param needs what a query must say so that it is asked, in words
    public record SearchSource(String operation, String summary, String lane, List<String> needs) {
        public SearchSource {
            needs = List.copyOf(needs);
        }
    }

    /// All that can be asked here.
    ///
    /// @param language of the words
    public static CategoriesAnswer of(Sources sources, Language language) {
        return new CategoriesAnswer(new SearchCategories(sources.categories().stream()
                .map(category -> new SearchCategory(
                        category,
                        sources.of(category).stream()
                                .map(source -> told(source, language))
                                .toList()))
                .toList()));
    }

    private static SearchSource told(Source source, Language language) {
        return new SearchSource(source.path(), source.type().summary(), label(source.lane()), source.needs(language));
    }

    private static String label(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }
}
