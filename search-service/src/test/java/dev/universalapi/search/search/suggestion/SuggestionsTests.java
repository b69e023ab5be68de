package dev.universalapi.search.search.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.answer.SearchSuggestion;
import dev.universalapi.search.search.plan.Wish;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

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
    void spellsAWordAsTitlesDo() {
        var found = List.of(hit("Albert Einstein", ""), hit("Einstein's theory", "Of relativity."));

        var besides = suggestions.besides("eistein relativty Albet theory", found);

        assertThat(besides).containsExactly(new SearchSuggestion("Einstein relativty Albet theory", "spelling"));
    }

    @Test
    void leavesAWordThatIsFoundAndAnotherFormOfOne() {
        var found = List.of(hit("Stone bridge", "In Lion."), hit("A bridge of Lyon", ""), hit("Lyon", ""));

        assertThat(suggestions.besides("bridges lion", found)).isEmpty();
        assertThat(suggestions.besides("brigde", List.of())).isEmpty();
        assertThat(suggestions.besides("brigde", found)).hasSize(1);
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

    private static Hit hit(String title, String text) {
        return new Hit(
                new Hit.Source("somebody", "knowledge/search", null),
                1,
                title,
                text,
                null,
                null,
                null,
                MissingNode.getInstance());
    }
}
