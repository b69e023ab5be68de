package dev.universalapi.search.search.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.answer.SearchSuggestion;
import dev.universalapi.search.search.plan.Wish;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestionsTests {
    private final Suggestions suggestions = new Suggestions(new FewNames());

    /// Knows two names.
    private static final class FewNames implements Lexicon {
        @Override
        public Optional<String> nearest(String word) {
            return word.equals("Lyno") ? Optional.of("Lyon") : Optional.empty();
        }

        @Override
        public List<Name> beginning(String letters, int most) {
            return switch (letters) {
                case "Ly" -> List.of(new Name("Lyon", "place"));
                case "New Yo" -> List.of(new Name("New York", "place"));
                default -> List.of();
            };
        }
    }

    @Test
    void spellsAWordAsItMayBeMeant() {
        var instead = suggestions.instead("restaurants Lyno", Language.FR, wish(Set.of()));

        assertThat(instead.getFirst()).isEqualTo(new SearchSuggestion("restaurants Lyon", "spelling"));
    }

    @Test
    void goesBackToAllCategories() {
        var instead = suggestions.instead("x", Language.EN, wish(Set.of("news")));

        assertThat(instead).contains(new SearchSuggestion("x", "category"));
        assertThat(instead).extracting(SearchSuggestion::kind).contains("example");
    }

    @Test
    void goesOnByNamesAndExamples() {
        var names = suggestions.onwards("météo à Ly", EnumSet.of(Language.FR));
        var examples = suggestions.onwards("Weath", EnumSet.allOf(Language.class));

        assertThat(names)
                .contains(new SearchSuggestion("météo à Lyon", "place"))
                .doesNotHaveDuplicates();
        assertThat(suggestions.onwards("weather New Yo", EnumSet.of(Language.EN)))
                .containsExactly(new SearchSuggestion("weather New York", "place"));
        assertThat(examples).containsExactly(new SearchSuggestion("weather in London", "example"));
    }

    private static Wish wish(Set<String> categories) {
        return new Wish("x", Set.of(Language.EN), categories, 10, Optional.empty(), true, true, false);
    }
}
