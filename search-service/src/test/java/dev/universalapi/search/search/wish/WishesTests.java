package dev.universalapi.search.search.wish;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class WishesTests {
    private static final JsonMapper JSON = new JsonMapper();

    private final Wishes wishes = new Wishes(Set.of("news", "weather"));

    @Test
    void takesWhatIsSent() {
        var asked = wishes.of(JSON.readTree("""
                {"query": " météo ", "language": "fr", "categories": ["weather"], "limit": 7, "deadlineMillis": 300,
                 "summary": false, "safe": false, "stream": true}
                """));

        var wish = asked.wish();
        assertThat(asked.stream()).isTrue();

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
        var wish = wishes.of(JSON.readTree("{\"query\": \"x\", \"language\": null}"))
                .wish();

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

        assertThatThrownBy(() -> wishes.ofAddress(sent)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type().slug()).isEqualTo("invalid-parameter");
            assertThat(problem.mistakes())
                    .extracting(Mistake::parameter)
                    .containsExactly("limit", "deadlineMillis", "categories");
            assertThat(problem.detail()).doesNotContain("gossip");
        });
    }

    @Test
    void refusesMembersThatThereAreNot() {
        var body = JSON.readTree("{\"query\": \"x\", \"categorys\": [], \"Limit\": 5}");

        assertThatThrownBy(() -> wishes.of(body)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.mistakes()).extracting(Mistake::parameter).containsExactly("categorys", "Limit");
            assertThat(problem.mistakes()).extracting(Mistake::in).containsOnly("body");
            assertThat(problem.detail())
                    .startsWith("there is no member categorys, only query, language, categories, limit,");
        });
    }

    @Test
    void tellsOnlySoMuchOfWhatIsSent() {
        var body = JSON.createObjectNode().put("query", "x");
        for (int i = 0; i < 50; i++) {
            body.put(i + "x".repeat(5_000) + "\u202E", i);
        }

        assertThatThrownBy(() -> wishes.of(body)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.mistakes()).hasSize(10);
            assertThat(problem.detail().length()).isLessThan(3_000);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query | {\"query\": 5} | query must be a text, was a number",
                "query | {\"query\": [\"x\"]} | query must be a text, was a list",
                "limit | {\"query\": \"x\", \"limit\": \"7\"} | limit must be a whole number, was a string",
                "limit | {\"query\": \"x\", \"limit\": 7.5} | limit must be a whole number, was a number with a fraction",
                "limit | {\"query\": \"x\", \"limit\": 99999999999} | limit must be a whole number, was a number",
                "stream | {\"query\": \"x\", \"stream\": 1} | stream must be true or false, was a number",
                "categories | {\"query\": \"x\", \"categories\": \"news\"} | categories must be a list of texts, was a string",
                "categories | {\"query\": \"x\", \"categories\": [null]} | categories must be a list of texts, was a list",
                "body | [] | the body must be a JSON object, was an empty list"
            })
    void refusesOtherTypes(String member, String body, String why) {
        var sent = JSON.readTree(body);

        assertThatThrownBy(() -> wishes.of(sent)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.mistakes().getFirst()).isEqualTo(new Mistake(member, "body", why));
        });
    }

    @Test
    void refusesACategoryThatIsNothing() {
        assertThatThrownBy(() -> wishes.ofAddress(query("x", null, null, Arrays.asList("news", null))))
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
        var body = JSON.createObjectNode().put("query", query);
        assertThatThrownBy(() -> wishes.of(body)).hasMessageContaining(why);
        assertThatThrownBy(() -> wishes.ofAddress(query(query, null, null, null)))
                .hasMessageContaining(why.replace("query", "q"));
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
