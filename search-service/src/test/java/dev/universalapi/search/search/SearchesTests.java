package dev.universalapi.search.search;

import static dev.universalapi.search.search.source.Queries.BITCOIN;
import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.search.SearchPerformed;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.answer.FoundFact;
import dev.universalapi.search.search.answer.FoundHit;
import dev.universalapi.search.search.answer.SearchSummary.CitedSentence;
import dev.universalapi.search.search.answer.SearchedSource;
import dev.universalapi.search.search.answer.SearchedSource.State;
import dev.universalapi.search.search.plan.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchesTests {
    private static final Intent WEATHER = intent("weather", "weather in Lyon", "", LYON);
    private static final Intent COINS = intent("crypto", "bitcoin", "", BITCOIN);
    private static final Intent NEWS = intent("news", "news of solar power", "solar power");

    private final World world = new World();
    private final List<Event> told = new ArrayList<>();
    private Duration grace = Duration.ofSeconds(60);

    @Test
    void tellsFactsInTheOrderOfTheIntents() {
        world.coins(null);

        var answer = searches(COINS, WEATHER).answer(wish(true), World.seeker());

        assertThat(answer.data().answers()).extracting(FoundFact::kind).containsExactly("price", "weather");
        assertThat(answer.data().answers()).extracting(FoundFact::about).containsExactly("bitcoin", "weather in Lyon");
        assertThat(answer.data().suggestions()).isEmpty();
        assertThat(answer.meta().coverage()).isEqualTo(1);
        assertThat(answer.meta().understanding()).isEqualTo("model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider:open-meteo", "operation:weather/current"})
    void tellsNothingOfWhatIsSwitchedOffThoughItIsKept(String target) {
        world.answersAs("open-meteo");
        world.keepsFor(Duration.ofMinutes(5));
        var desk = new Desk(world, grace, told::add, Set.of(), List.of(WEATHER));
        desk.searches().answer(wish(true), World.seeker());
        desk.searches().answer(wish(true), World.seeker());
        assertThat(world.askings()).as("the second is told what is kept").hasSize(1);

        desk.switchOff(target);
        desk.searches().answer(wish(true), World.seeker());

        assertThat(world.askings()).hasSize(2);
    }

    @Test
    void keepsNothingThatMayNotBeKept() {
        var desk = new Desk(world, grace, told::add, Set.of(), List.of(WEATHER));

        desk.searches().answer(wish(true), World.seeker());
        desk.searches().answer(wish(true), World.seeker());

        assertThat(world.askings()).hasSize(2);
    }

    @Test
    void ranksWhatWasFoundAndSaysItInShort() {
        var answer = searches(NEWS).answer(wish(true), World.seeker());

        assertThat(answer.data().results()).extracting(FoundHit::title).containsExactly("One", "Two");
        assertThat(answer.data().summary())
                .satisfies(summary -> assertThat(summary)
                        .extracting(found -> found.sentences().getFirst())
                        .isEqualTo(new CitedSentence("First of all.", 1)));
    }

    @Test
    void saysWhetherMeaningsWereCompared() {
        var before = searches(NEWS).answer(wish(true), World.seeker());
        world.learnsMeanings();
        var after = searches(NEWS).answer(wish(true), World.seeker());

        assertThat(before.meta().merging()).isEqualTo("words");
        assertThat(after.meta().merging()).isEqualTo("meaning");
    }

    @Test
    void saysBothWhereFactsDisagree() {
        world.coins(null);
        var intent = intent("crypto", "price of bitcoin on the market", "", BITCOIN);

        var answer = searches(intent, WEATHER).answer(wish(true), World.seeker());

        var spread = new BigDecimal("0.5");
        assertThat(answer.data().answers())
                .extracting(
                        FoundFact::kind,
                        fact -> fact.disagreement() == null
                                ? null
                                : fact.disagreement().spread())
                .containsExactlyInAnyOrder(
                        Tuple.tuple("price", spread), Tuple.tuple("coin-market", spread), Tuple.tuple("weather", null));
    }

    @Test
    void saysNothingInShortForWhoDoesNotWantIt() {
        var answer = searches(NEWS).answer(wish(false), World.seeker());

        assertThat(answer.data().summary()).isNull();
    }

    @Test
    void doesNotWaitForWhoIsLateAndSaysSo() {
        grace = Duration.ZERO;
        world.holdsCoins();

        var answer = searches(WEATHER, COINS).answer(wish(true), World.seeker());
        world.letsCoinsGo();

        assertThat(answer.meta().sources())
                .extracting(SearchedSource::operation, SearchedSource::outcome)
                .containsExactly(Tuple.tuple("weather/current", State.OK), Tuple.tuple("crypto/price", State.LATE));
        assertThat(answer.meta().coverage()).isEqualTo(0.5);
    }

    @Test
    void suggestsSomethingElseWhereNothingIsFound() {
        world.coins(ProblemType.NO_RESULT);

        var answer = searches(COINS).answer(wish(true), World.seeker());

        assertThat(answer.data().suggestions()).isNotEmpty();
        assertThat(answer.meta().coverage()).isEqualTo(1);
        assertThat(answer.meta().sources()).extracting(SearchedSource::outcome).containsExactly(State.EMPTY);
    }

    @Test
    void isAProblemWhereAllAreAway() {
        var searches = searches(COINS);

        assertThatThrownBy(() -> searches.answer(wish(true), World.seeker()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.PROVIDERS_FAILED));
        assertThat(told).isEmpty();
    }

    @Test
    void tellsThatItWasPerformedWithoutItsQuery() {
        var _ = searches(NEWS).answer(wish(true), World.seeker());

        assertThat(told).singleElement().isInstanceOfSatisfying(SearchPerformed.class, performed -> {
            assertThat(performed.organisation()).isEqualTo("acme");
            assertThat(performed.categories()).containsExactly("news");
            assertThat(performed.sources()).isEqualTo(1);
            assertThat(performed.results()).isEqualTo(2);
            assertThat(performed.query()).isNull();
            assertThat(performed.id()).isEqualTo("search-1#search");
        });
    }

    @Test
    void tellsTheQueriesOfWhoWantsThat() {
        var _ = searches(Set.of("acme"), NEWS).answer(wish(true), World.seeker());

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        SearchPerformed.class,
                        performed -> assertThat(performed.query()).isEqualTo("the query"));
    }

    @Test
    void leavesEverybodyWhenTheCallerLeaves() {
        world.holdsCoins();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> searches(COINS).answer(wish(true), World.seeker()))
                .isInstanceOf(ProblemException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private Searches searches(Intent... intents) {
        return searches(Set.of(), intents);
    }

    private Searches searches(Set<String> recorded, Intent... intents) {
        return new Desk(world, grace, told::add, recorded, List.of(intents)).searches();
    }

    private static Wish wish(boolean summary) {
        return new Wish("the query", Set.of(Language.EN), Set.of(), 10, Optional.empty(), summary, true, false);
    }
}
