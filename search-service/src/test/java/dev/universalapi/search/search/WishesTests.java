package dev.universalapi.search.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.search.intent.Language;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WishesTests {
    private final Wishes wishes = new Wishes(Set.of("news", "weather"));

    @Test
    void takesWhatIsSent() {
        var sent = new UniversalQuery(" météo ", "fr", List.of("weather"), 7, 300, false, false, null);

        var wish = wishes.of(sent);

        assertThat(wish.query()).isEqualTo("météo");
        assertThat(wish.languages()).containsExactly(Language.FR);
        assertThat(wish.categories()).containsExactly("weather");
        assertThat(wish.limit()).isEqualTo(7);
        assertThat(wish.deadline()).contains(Duration.ofMillis(300));
        assertThat(wish.summary()).isFalse();
        assertThat(wish.safe()).isFalse();
    }

    @Test
    void hasWishesForWhoHasNone() {
        var wish = wishes.of(query("x", null, null, null));

        assertThat(wish.languages()).containsExactlyInAnyOrder(Language.EN, Language.FR);
        assertThat(wish.limit()).isEqualTo(10);
        assertThat(wish.deadline()).isEmpty();
        assertThat(wish.summary()).isTrue();
        assertThat(wish.safe()).isTrue();
        assertThat(wishes.quick("x").limit()).isEqualTo(5);
        assertThat(wishes.quick("x").quick()).isTrue();
    }

    @Test
    void tellsEverythingThatIsWrong() {
        var sent = query("x", 51, 49, List.of("weather", "gossip"));

        assertThatThrownBy(() -> wishes.of(sent)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type().slug()).isEqualTo("invalid-parameter");
            assertThat(problem.mistakes())
                    .extracting(Mistake::parameter)
                    .containsExactly("limit", "deadlineMillis", "categories");
            assertThat(problem.detail()).doesNotContain("gossip");
        });
    }

    @Test
    void refusesACategoryThatIsNothing() {
        assertThatThrownBy(() -> wishes.of(query("x", null, null, Arrays.asList("news", null))))
                .hasMessageContaining("categories must be among");
    }

    @Test
    void refusesAQueryThatIsNone() {
        refuses(null, "query is needed");
        refuses("\u200B ", "nothing to search for");
        refuses("x".repeat(2_001), "at most 2000 characters, had 2001");
        refuses("x".repeat(401), "at most 400 characters once it is cleaned, had 401");
    }

    @Test
    void refusesAnotherLanguage() {
        assertThatThrownBy(() -> wishes.languages("de")).hasMessageContaining("en, fr");
        assertThat(wishes.languages("en")).containsExactly(Language.EN);
        assertThat(wishes.languages(null)).hasSize(2);
    }

    private void refuses(@Nullable String query, String why) {
        assertThatThrownBy(() -> wishes.of(query(query, null, null, null))).hasMessageContaining(why);
        assertThatThrownBy(() -> wishes.quick(query)).hasMessageContaining(why.replace("query", "q"));
        assertThatThrownBy(() -> wishes.beginning(query)).hasMessageContaining(why.replace("query", "q"));
    }

    private static UniversalQuery query(
            @Nullable String query,
            @Nullable Integer limit,
            @Nullable Integer deadline,
            @Nullable List<@Nullable String> categories) {
        return new UniversalQuery(query, null, categories, limit, deadline, null, null, null);
    }
}
