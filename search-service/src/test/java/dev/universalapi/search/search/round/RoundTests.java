package dev.universalapi.search.search.round;

import static dev.universalapi.search.search.source.Queries.BITCOIN;
import static dev.universalapi.search.search.source.Queries.LYON;
import static dev.universalapi.search.search.source.Queries.SOURCES;
import static dev.universalapi.search.search.source.Queries.TODAY;
import static dev.universalapi.search.search.source.Queries.intent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Understanding;
import dev.universalapi.search.search.World;
import dev.universalapi.search.search.plan.Experience;
import dev.universalapi.search.search.plan.Plan;
import dev.universalapi.search.search.plan.Planner;
import dev.universalapi.search.search.plan.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RoundTests {
    private static final Instant NOW = World.NOW;

    private final World world = new World();
    private final Experience experience = new Experience(new Random(1));
    private final Rounds rounds = new Rounds(
            _ -> world,
            new JsonMapper(),
            InstantSource.fixed(NOW),
            new Rounds.Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60), BigDecimal.ONE),
            experience);

    @Test
    void asksEachUnderAReceiptOfItsOwn() throws Exception {
        var round = begin();

        round.await();

        assertThat(round.over()).isTrue();
        assertThat(world.askings()).extracting(Asking::requestId).containsExactlyInAnyOrder("search-1-1", "search-1-2");
        assertThat(world.askings()).allSatisfy(asking -> {
            assertThat(asking.organisation()).isEqualTo("acme");
            assertThat(asking.key()).isEqualTo("key-1");
            assertThat(asking.deadline()).isEqualTo(NOW.plusSeconds(5));
            assertThat(asking.route().maxPrice()).isEqualTo(BigDecimal.ONE);
        });
    }

    @Test
    void coversWhatWasTold() throws Exception {
        var round = begin();

        round.await();

        assertThat(round.coverage()).isEqualTo(0.5);
        assertThat(round.arrived()).filteredOn(Arrival::missing).hasSize(1);
        assertThat(round.arrived())
                .filteredOn(Arrival::told)
                .singleElement()
                .satisfies(arrival -> assertThat(arrival.found().fact()).isNotNull());
    }

    @Test
    void whoKnowsNothingHasToldSomething() throws Exception {
        world.coins(ProblemType.NO_RESULT);
        var round = begin();

        round.await();

        assertThat(round.coverage()).isEqualTo(1);
    }

    @Test
    void whoCannotBeAskedThatIsNotMissing() throws Exception {
        world.coins(ProblemType.UNSUPPORTED_QUERY);
        var round = begin();

        round.await();

        assertThat(round.coverage()).isEqualTo(1);
        assertThat(round.arrived()).noneMatch(Arrival::missing);
    }

    @Test
    void aSourceThatBreaksIsAway() throws Exception {
        world.breaks();
        var round = begin();

        round.await();

        assertThat(round.coverage()).isZero();
        assertThat(round.arrived()).allMatch(Arrival::missing);
    }

    @Test
    void whoIsLateIsStillOpenAndArrivesLater() throws Exception {
        world.holdsCoins();
        var round = begin();

        var first = round.next(Duration.ofMinutes(1));
        var open = round.open();
        var half = round.coverage();
        world.letsCoinsGo();
        var second = round.next(Duration.ofMinutes(1));

        assertThat(first).hasSize(1);
        assertThat(open).hasSize(1);
        assertThat(half).isEqualTo(0.5);
        assertThat(second).hasSize(1);
        assertThat(round.over()).isTrue();
        assertThat(round.next(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void interruptsThoseWhomNobodyWaitsFor() throws Exception {
        world.holdsCoins();
        var round = begin();

        round.leave();
        while (!round.over()) {
            var _ = round.next(Duration.ofMinutes(1));
        }

        assertThat(round.open()).isEmpty();
    }

    private Round begin() {
        var wish = new Wish("x", Set.of(Language.EN), Set.of(), 10, Optional.empty(), true, true, false);
        var seeker = World.seeker();
        return rounds.begin(plan(wish), wish, seeker);
    }

    private static Plan plan(Wish wish) {
        var intents = List.of(intent("weather", "weather", "", LYON), intent("crypto", "bitcoin", "", BITCOIN));
        return new Planner(SOURCES, 8, new Experience(new Random(1)))
                .plan(new Understanding("x", Language.EN, intents, true), wish, TODAY);
    }
}
