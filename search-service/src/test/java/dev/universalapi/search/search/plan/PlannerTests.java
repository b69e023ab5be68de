package dev.universalapi.search.search.plan;

import static dev.universalapi.search.search.source.Queries.BITCOIN;
import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.SOURCES;
import static dev.universalapi.search.search.source.Queries.TODAY;
import static dev.universalapi.search.search.source.Queries.day;
import static dev.universalapi.search.search.source.Queries.intent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Understanding;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTests {
    private final Planner planner = new Planner(SOURCES, 8, new Experience(new Random(1)));

    @Test
    void asksEveryIntent() {
        var plan = plan(
                wish(Set.of(), true),
                intent("weather", "météo à Lyon", "", LYON),
                intent("crypto", "prix du bitcoin", "", BITCOIN));

        assertThat(operations(plan)).containsExactlyInAnyOrder("weather/current", "crypto/price");
        assertThat(plan.unasked()).isEmpty();
        assertThat(plan.categories()).containsOnlyKeys("weather", "crypto");
    }

    @Test
    void asksTheOneOfAGroupThatIsMeant() {
        var plan = plan(wish(Set.of(), true), intent("weather", "météo demain à Lyon", "", LYON, day(1, 1)));

        assertThat(operations(plan)).containsExactly("weather/forecast");
    }

    @Test
    void fallsBackInAGroupWhereTheOneThatIsMeantCannotBeAsked() {
        var plan = plan(wish(Set.of(), true), intent("crypto", "crypto history of foo", "foo"));

        assertThat(operations(plan)).containsExactly("crypto/search");
    }

    @Test
    void asksEncyclopediasNewsAndPapersAboutATopicAndNobodyElse() {
        var plan = plan(wish(Set.of(), true));

        assertThat(operations(plan))
                .containsExactlyInAnyOrder("knowledge/search", "knowledge/summary", "news/search", "paper/search");
    }

    @Test
    void asksBroadlyAboutWordsThatNobodyWhoIsMeantCanBeAskedFor() {
        var plan = plan(wish(Set.of(), true), intent("weather", "météo à Trifouillis", "trifouillis"));

        assertThat(operations(plan)).contains("knowledge/search");
        assertThat(plan.unasked()).containsExactly(new Plan.Unasked("weather/current", "Il lui faut un lieu."));
    }

    @Test
    void asksNobodyWhereTheQueryLacksWhatEverybodyNeeds() {
        var plan = plan(wish(Set.of(), true), intent("ip", "where is this ip", ""));

        assertThat(plan.inquiries()).isEmpty();
        assertThat(plan.unasked()).containsExactly(new Plan.Unasked("ip/locate", "Il lui faut une adresse IP."));
    }

    @Test
    void asksBroadlyWhileOnlyWordsAreUnderstood() {
        var words = new Understanding(
                "weather in Lyon", Language.EN, List.of(intent("weather", "weather in Lyon", "")), false);

        var plan = planner.plan(words, wish(Set.of(), true), TODAY);

        assertThat(operations(plan)).contains("knowledge/search");
    }

    @Test
    void asksOnlyCategoriesThatAreWanted() {
        var plan = plan(
                wish(Set.of("crypto"), true),
                intent("weather", "météo à Lyon", "", LYON),
                intent("crypto", "bitcoin", "", BITCOIN));

        assertThat(operations(plan)).containsExactly("crypto/price");
    }

    @Test
    void asksAWantedCategoryThatWasNotUnderstoodByTheWords() {
        var plan = plan(wish(Set.of("book"), true), intent("weather", "météo à Lyon", "", LYON));

        assertThat(operations(plan)).containsExactly("book/search");
    }

    @Test
    void asksNobodyTwiceTheSame() {
        var plan = plan(
                wish(Set.of(), true),
                intent("weather", "météo à Lyon", "", LYON),
                intent("weather", "temps à Lyon", "", LYON));

        assertThat(operations(plan)).containsExactly("weather/current");
    }

    @Test
    void asksNoMoreThanTheBudgetAndSaysWhoIsLeftOut() {
        var intents = IntStream.range(0, 50)
                .mapToObj(number -> intent("news", "news " + number, "topic " + number))
                .toArray(Intent[]::new);

        var plan = plan(wish(Set.of(), true), intents);

        assertThat(plan.inquiries()).hasSize(8);
        assertThat(plan.unasked())
                .hasSize(42)
                .allSatisfy(left -> assertThat(left.why()).contains("8"));
    }

    @Test
    void leavesSlowSourcesOutOfQuickSearches() {
        var quick = new Wish("x", Set.of(Language.FR), Set.of(), 5, Optional.empty(), false, true, true);

        var plan = plan(quick);

        assertThat(operations(plan)).doesNotContain("paper/search").contains("knowledge/search");
    }

    private Plan plan(Wish wish, Intent... intents) {
        return planner.plan(new Understanding("une question", Language.FR, List.of(intents), true), wish, TODAY);
    }

    private static Wish wish(Set<String> categories, boolean safe) {
        return new Wish("une question", Set.of(Language.FR), categories, 10, Optional.empty(), true, safe, false);
    }

    private static List<String> operations(Plan plan) {
        return plan.inquiries().stream().map(Inquiry::operation).toList();
    }
}
