package dev.universalapi.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Next;
import dev.universalapi.engine.receipt.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds for every ascent, whatever providers do and whenever they are asked.
final class ClimbProperties {
    private static final int QUESTIONS = 40;
    private static final Duration OVER = Duration.ofMillis(50);

    @Property(tries = 80)
    void neverMoreCallsThanAllowed(@ForAll long seed) {
        for (var asked : new Scenario(seed).ask(QUESTIONS)) {
            assertThat(asked.tried()).filteredOn(one -> one.attempt().called()).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Property(tries = 80)
    void neverPastTheDeadline(@ForAll long seed) {
        for (var asked : new Scenario(seed).ask(QUESTIONS)) {
            assertThat(asked.took()).isLessThanOrEqualTo(asked.allowed().plus(OVER));
        }
    }

    @Property(tries = 80)
    void neverACallThroughAnOpenBreakerNorBeforeTheProviderSaid(@ForAll long seed) {
        var scenario = new Scenario(seed);

        scenario.ask(QUESTIONS);

        assertThat(scenario.forbidden()).isEmpty();
    }

    @Property(tries = 80)
    void neverACallThatNoQuotaGranted(@ForAll long seed) {
        var scenario = new Scenario(seed);

        scenario.ask(QUESTIONS);

        assertThat(scenario.calls()).containsExactlyElementsOf(scenario.mountain().quotas.granted);
        assertThat(scenario.mountain().quotas.left.values()).allMatch(left -> left >= 0);
    }

    @Property(tries = 80)
    void alwaysOneOutcomeAndItIsTheLast(@ForAll long seed) {
        for (var asked : new Scenario(seed).ask(QUESTIONS)) {
            var tried = asked.tried();
            assertThat(tried).isNotEmpty();
            assertThat(tried.subList(0, tried.size() - 1))
                    .allMatch(one -> one.answer() == null)
                    .allMatch(one -> one.attempt().outcome().next() == Next.PROVIDER
                            || one.attempt().outcome() == Outcome.CANCELLED);
        }
    }

    @Property(tries = 80)
    void nothingIsLeftBehind(@ForAll long seed) {
        var scenario = new Scenario(seed);

        scenario.ask(QUESTIONS);

        assertThat(scenario.mountain().time.waiting()).isZero();
        assertThat(scenario.providers())
                .allMatch(id -> scenario.mountain().standings.of(id).room().inFlight() == 0);
    }

    @Property(tries = 25)
    void secondRequestsStayWithinTheirBudget(@ForAll long seed) {
        var questions = 200;

        var scenario = new Scenario(seed);

        var asked = scenario.ask(questions);

        assertThat(count(asked, Attempt.HEDGE)).isLessThanOrEqualTo((long) (questions * scenario.hedgeShare()));
    }

    @Property(tries = 25)
    void retriesStayWithinTheirBudget(@ForAll long seed) {
        var scenario = new Scenario(seed);
        var questions = 200;

        var asked = scenario.ask(questions);

        var seconds = scenario.passed().toMillis() / 1000.0;
        assertThat((double) count(asked, Attempt.RETRY)).isLessThanOrEqualTo(5 + questions * 0.15 + seconds * 5);
    }

    @Property(tries = 25)
    void sameSeedSameAttempts(@ForAll long seed) {
        assertThat(new Scenario(seed).ask(QUESTIONS).toString())
                .isEqualTo(new Scenario(seed).ask(QUESTIONS).toString());
    }

    @Example
    void theScenariosHoldWhatTheseAreAbout() {
        var asked = LongStream.range(0, 40)
                .mapToObj(seed -> new Scenario(seed).ask(QUESTIONS))
                .flatMap(List::stream)
                .toList();

        assertThat(count(asked, Attempt.HEDGE)).isPositive();
        assertThat(count(asked, Attempt.RETRY)).isPositive();
        assertThat(asked.stream().flatMap(one -> one.tried().stream()))
                .anyMatch(one -> Attempt.UNASKED.equals(one.attempt().as()));
    }

    private static long count(List<Scenario.Asked> asked, String how) {
        return asked.stream()
                .flatMap(one -> one.tried().stream())
                .filter(one -> how.equals(one.attempt().as()))
                .filter(one -> one.attempt().called())
                .count();
    }
}
